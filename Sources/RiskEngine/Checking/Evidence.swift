import PCRE2
import PostText
import Rules

/// What the patterns find in one view, each pattern and segment looked at no more than once.
struct Evidence: ~Copyable {
  /// The trigger patterns that match, with the segments they match in.
  private(set) var triggered: [Hit] = []

  /// The trigger patterns that could not finish.
  private(set) var failed: [(hit: Hit, failure: MatchFailure)] = []

  private let rules: CompiledRules
  private var scratch: PatternSet.Scratch
  private let matchScratch = MatchScratch()
  /// What has been looked for; a pattern that fails once is not tried again in the same segment.
  private var matches: [Hit: Result<PatternMatches, MatchFailure>] = [:]
  private var words: [Int: WordPlaces] = [:]
  /// How many items of each nearness the segment at hand has; all zero in between.
  private var itemsFound: [Int]
  private var touched: [Int] = []

  /// A pattern and a segment of the view, by numbers.
  struct Hit: Hashable {
    let pattern: Int
    let segment: Int
  }

  init(rules: CompiledRules) {
    self.rules = rules
    scratch = rules.patterns.makeScratch()
    itemsFound = Array(repeating: 0, count: rules.program.patterns.count)
  }

  /// Forgets the last view.
  mutating func reset() {
    triggered.removeAll(keepingCapacity: true)
    failed.removeAll(keepingCapacity: true)
    if !matches.isEmpty { matches.removeAll(keepingCapacity: true) }
    if !words.isEmpty { words.removeAll(keepingCapacity: true) }
  }

  /// Looks for all trigger patterns in a segment.
  mutating func findTriggers(in view: borrowing PostView, segment number: Int) {
    let segment = view.segments[number]
    let text = UnsafeBufferPointer(rebasing: view.bytes[segment.range])
    let first = triggered.count
    rules.patterns.findMatches(in: text, kind: segment.kind.rawValue, using: &scratch) {
      pattern, failure in
      let hit = Hit(pattern: pattern, segment: number)
      if let failure {
        failed.append((hit, failure))
      } else {
        triggered.append(hit)
      }
    }
    addNearness(from: first, segment: number)
  }

  /// Adds the nearness whose items have all been found in the segment.
  private mutating func addNearness(from first: Int, segment: Int) {
    let index = rules.nearness
    touched.removeAll(keepingCapacity: true)
    for place in first..<triggered.count {
      for near in index.users[triggered[place].pattern] {
        if itemsFound[near] == 0 { touched.append(near) }
        itemsFound[near] += 1
      }
    }
    for near in touched {
      if itemsFound[near] == index.itemCounts[near] {
        triggered.append(Hit(pattern: near, segment: segment))
      }
      itemsFound[near] = 0
    }
  }

  /// The segments that a pattern is matched against.
  func kinds(of pattern: Int) -> SegmentKinds {
    rules.kinds[pattern]
  }

  /// The words of a segment, whose places are bytes of it.
  mutating func wordPlaces(
    inSegment number: Int, of view: borrowing PostView
  ) -> WordPlaces {
    if let known = words[number] { return known }
    let places = WordPlaces(
      UnsafeBufferPointer(rebasing: view.bytes[view.segments[number].range]))
    words[number] = places
    return places
  }

  /// All matches of a pattern in a segment that pass its validators, as bytes of the segment.
  mutating func matches(
    of pattern: Int, inSegment number: Int, of view: borrowing PostView
  ) throws(MatchFailure) -> PatternMatches {
    let hit = Hit(pattern: pattern, segment: number)
    if let known = matches[hit] { return try known.get() }
    do throws(MatchFailure) {
      let found = PatternMatches(try search(pattern, inSegment: number, of: view))
      matches[hit] = .success(found)
      return found
    } catch {
      matches[hit] = .failure(error)
      throw error
    }
  }

  private mutating func search(
    _ pattern: Int, inSegment number: Int, of view: borrowing PostView
  ) throws(MatchFailure) -> [Range<Int>] {
    if let near = rules.program.patterns[pattern].nearness {
      var items: [[Range<Int>]] = []
      for item in near.items {
        items.append(try matches(of: item, inSegment: number, of: view).ranges)
      }
      guard items.allSatisfy({ !$0.isEmpty }) else { return [] }
      let places = wordPlaces(inSegment: number, of: view)
      return NearMatch(places: places, spec: near, matches: items).spans()
    }
    let text = UnsafeBufferPointer(rebasing: view.bytes[view.segments[number].range])
    let validators = rules.program.patterns[pattern].validators
    let code = try rules.patterns.pattern(pattern)
    var found: [Range<Int>] = []
    try code.forEachMatch(in: text, using: matchScratch) { range in
      let isValid = validators.allSatisfy { use in
        let checked = use.group.map { code.range(ofGroup: $0, in: matchScratch) } ?? range
        return checked.map { use.validator.accepts(UnsafeBufferPointer(rebasing: text[$0])) }
          ?? false
      }
      if isValid, !range.isEmpty { found.append(range) }
      return true
    }
    return found
  }
}
