import PCRE2
import PostText
import Prefilter
import Rules

/// What the patterns find in one view, each pattern and segment looked at no more than once.
struct Evidence: ~Copyable {
  /// The trigger patterns that could match, with the segments.
  private(set) var triggered: [Hit] = []

  private let rules: CompiledRules
  private let matchScratch = MatchScratch()
  /// Room for scans, the first of them in use; a segment's is at the place of its number modulo their limit.
  private let scans: UnsafeMutablePointer<SegmentScan>
  private var scanCount = 0
  private var found = FoundMatches()
  private var words: [WordPlaces?] = []
  /// Whether the draft could match a pattern, as far as that was asked: 1 for yes, 0 for no.
  private var answers = PatternNotes()
  /// The kind of the draft.
  private var draft: DraftKinds = []
  /// Whether literals told nothing of some segment of a long thread.
  private var isAnythingPossible = false

  /// How many scans are kept: more than all but the longest threads have segments.
  private static let scanLimit = 64

  /// A pattern and a segment of the view, by numbers.
  struct Hit {
    let pattern: Int
    let segment: Int
  }

  init(rules: CompiledRules) {
    self.rules = rules
    scans = .allocate(capacity: Self.scanLimit)
  }

  deinit {
    scans.deinitialize(count: scanCount)
    scans.deallocate()
  }

  /// Forgets the last view, and scans all segments of the next, whose draft is of some kind.
  mutating func read(_ view: borrowing PostView, of draft: DraftKinds) {
    self.draft = draft
    triggered.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    found.clear()
    for place in 0..<scanCount { scans[place].reset() }
    answers.clear()
    isAnythingPossible = false
    for number in view.segments.indices {
      words.append(nil)
      let scan = scan(of: number, in: view)
      for pattern in scan.pointee.triggers {
        triggered.append(Hit(pattern: Int(pattern), segment: number))
      }
      if view.segments.count > Self.scanLimit { noteAnswers(of: scan) }
    }
  }

  /// Notes what a segment could match: of a long thread the scans are not kept to be asked.
  private mutating func noteAnswers(of scan: UnsafeMutablePointer<SegmentScan>) {
    guard scan.pointee.candidates.isTrusted else {
      isAnythingPossible = true
      return
    }
    let slots = rules.program.index.graph.slots.start
    for slot in scan.pointee.allSlots() {
      let pattern = Int(slots[Int(slot)])
      if scan.pointee.mayMatch(pattern) { answers[pattern] = 1 }
    }
  }

  /// Whether a pattern could match in some segment of the view; `false` is certain.
  mutating func mayMatch(_ pattern: Int, in view: borrowing PostView) -> Bool {
    if let known = answers[pattern] { return known == 1 }
    if isAnythingPossible { return true }
    let node = rules.program.index.graph.nodes.start[pattern]
    let isPossible: Bool
    if view.segments.count > Self.scanLimit, node.slot != PatternGraph.noSlot {
      isPossible = false
    } else if view.segments.count > Self.scanLimit, node.isNear {
      isPossible = rules.program.index.graph.items(of: pattern).allSatisfy {
        mayMatch(Int($0.pattern), in: view)
      }
    } else {
      isPossible = view.segments.indices.contains {
        scan(of: $0, in: view).pointee.mayMatch(pattern)
      }
    }
    answers[pattern] = isPossible ? 1 : 0
    return isPossible
  }

  /// The readings that a pattern is matched against.
  func readings(of pattern: Int) -> ReadingSet {
    ReadingSet(rawValue: rules.program.index.graph.nodes.start[pattern].kinds)
  }

  /// Whether a pattern is an expression of its own, which may cost far more than the terms of a list.
  func isExpression(_ pattern: Int) -> Bool {
    rules.program.index.graph.nodes.start[pattern].isExpression
  }

  /// The words of a segment, whose places are bytes of it.
  mutating func wordPlaces(
    inSegment number: Int, of view: borrowing PostView
  ) -> WordPlaces {
    if let known = words[number] { return known }
    let places = WordPlaces(Self.text(of: number, in: view))
    words[number] = places
    return places
  }

  /// All matches of a pattern in a segment that pass its validators, as bytes of the segment.
  mutating func matches(
    of pattern: Int, inSegment number: Int, of view: borrowing PostView
  ) throws(MatchFailure) -> PatternMatches {
    if let known = found[pattern, number] { return try known.get() }
    guard scan(of: number, in: view).pointee.mayMatch(pattern) else {
      found[pattern, number] = .success(.none)
      return .none
    }
    do throws(MatchFailure) {
      let matches = try search(pattern, inSegment: number, of: view)
      found[pattern, number] = .success(matches)
      return matches
    } catch {
      found[pattern, number] = .failure(error)
      throw error
    }
  }

  // MARK: - Scanning

  private mutating func scan(
    of number: Int, in view: borrowing PostView
  ) -> UnsafeMutablePointer<SegmentScan> {
    let place = number % Self.scanLimit
    while scanCount <= place {
      (scans + scanCount).initialize(
        to: SegmentScan(graph: rules.program.index.graph, patterns: rules.patterns))
      scanCount += 1
    }
    let scan = scans + place
    if scan.pointee.segment != number {
      scan.pointee.scan(
        number, Self.text(of: number, in: view),
        kind: ReadingSet(of: view.segments[number].kind).rawValue, draft: draft)
    }
    return scan
  }

  private static func text(
    of number: Int, in view: borrowing PostView
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: view.bytes[view.segments[number].range])
  }

  // MARK: - Searching

  private mutating func search(
    _ pattern: Int, inSegment number: Int, of view: borrowing PostView
  ) throws(MatchFailure) -> PatternMatches {
    let node = rules.program.index.graph.nodes.start[pattern]
    if node.isNear {
      return PatternMatches(try searchNear(pattern, inSegment: number, of: view))
    }
    guard node.isExpression else {
      return try searchTerms(of: pattern, inSegment: number, of: view)
    }
    let validators =
      node.isValidated
      ? rules.program.patterns[pattern].expression?.validators ?? [] : []
    return PatternMatches(ordered: try search(pattern, validators, inSegment: number, of: view))
  }

  private mutating func search(
    _ pattern: Int, _ validators: [Matcher.ValidatorUse], inSegment number: Int,
    of view: borrowing PostView
  ) throws(MatchFailure) -> [Range<Int>] {
    let text = Self.text(of: number, in: view)
    let candidates = scan(of: number, in: view).pointee.candidates
    var ranges: [Range<Int>] = []
    try rules.patterns.forEachMatch(of: pattern, in: text, candidates, using: matchScratch) {
      range, code in
      let isValid = validators.allSatisfy { use in
        let checked = use.group.map { code.range(ofGroup: $0, in: matchScratch) } ?? range
        return checked.map { use.validator.accepts(UnsafeBufferPointer(rebasing: text[$0])) }
          ?? false
      }
      if isValid, !range.isEmpty { ranges.append(range) }
      return true
    }
    return ranges
  }

  /// The matches of all terms of a list: of those that overlap the first, of those that begin together
  /// the longest.
  private mutating func searchTerms(
    of list: Int, inSegment number: Int, of view: borrowing PostView
  ) throws(MatchFailure) -> PatternMatches {
    var ranges: [Range<Int>] = []
    var isMixed = false
    for term in scan(of: number, in: view).pointee.terms(of: list) {
      let more = try matches(of: term, inSegment: number, of: view).ranges
      if ranges.isEmpty {
        ranges = more
      } else if !more.isEmpty {
        ranges += more
        isMixed = true
      }
    }
    guard isMixed else { return PatternMatches(ordered: ranges) }
    ranges.sort {
      $0.lowerBound != $1.lowerBound
        ? $0.lowerBound < $1.lowerBound : $0.upperBound > $1.upperBound
    }
    var end = 0
    ranges.removeAll { range in
      if range.lowerBound < end { return true }
      end = range.upperBound
      return false
    }
    return PatternMatches(ordered: ranges)
  }

  private mutating func searchNear(
    _ near: Int, inSegment number: Int, of view: borrowing PostView
  ) throws(MatchFailure) -> [Range<Int>] {
    let graph = rules.program.index.graph
    let items = graph.items(of: near)
    var found = [[Range<Int>]](repeating: [], count: items.count)
    var failure: MatchFailure?
    // The rarest first: what is not there settles the matter.
    for item in items {
      do throws(MatchFailure) {
        let ranges = try matches(of: Int(item.pattern), inSegment: number, of: view).ranges
        if ranges.isEmpty { return [] }
        found[Int(item.place)] = ranges
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    let places = wordPlaces(inSegment: number, of: view)
    return NearMatch(places: places, distances: graph.distances(of: near), matches: found).spans()
  }
}
