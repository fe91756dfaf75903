import PCRE2
import PostText
import Rules

/// Tests conditions, in the draft as a whole or around one place in it.
struct PlaceTest {
  /// The facts of the draft.
  let facts: DraftFacts
  /// The place of the match that is judged; `nil` when there is none.
  let place: Place?
  /// True to look only at what the author wrote, and not at what that answers or quotes.
  var isOwnOnly = false

  /// A match: a segment by number, and bytes of that segment.
  struct Place {
    let segment: Int
    let range: Range<Int>
  }

  /// Whether a condition holds, where its reach says.
  func holds(
    _ condition: ConditionSpec, of view: borrowing PostView, with evidence: inout Evidence
  ) throws(MatchFailure) -> Bool {
    guard condition.reach != .draft, let place else {
      return try holds(condition.test, of: view, with: &evidence)
    }
    let around = Around(condition: condition, place: place)
    return try holds(condition.test, around, of: view, with: &evidence)
  }

  /// Whether a test holds anywhere in the draft.
  func holds(
    _ test: ProgramTest, of view: borrowing PostView, with evidence: inout Evidence
  ) throws(MatchFailure) -> Bool {
    try holds(test, nil, of: view, with: &evidence)
  }

  /// A condition's reach around a place.
  private struct Around {
    let condition: ConditionSpec
    let place: Place
  }

  private func holds(
    _ test: ProgramTest, _ around: Around?, of view: borrowing PostView,
    with evidence: inout Evidence
  ) throws(MatchFailure) -> Bool {
    switch test {
    case .pattern(let pattern, let atLeast):
      return try matches(pattern, atLeast, around, of: view, with: &evidence)
    case .all(let tests):
      for test in tests where !(try holds(test, around, of: view, with: &evidence)) {
        return false
      }
      return true
    case .any(let tests):
      for test in tests where try holds(test, around, of: view, with: &evidence) { return true }
      return false
    case .none(let tests):
      for test in tests where try holds(test, around, of: view, with: &evidence) { return false }
      return true
    case .someOf(let tests, let least):
      var (missing, left) = (least, tests.count)
      for test in tests where missing > 0 && left >= missing {
        left -= 1
        if try holds(test, around, of: view, with: &evidence) { missing -= 1 }
      }
      return missing <= 0
    case .fact(let fact):
      return facts.holds(fact, in: view)
    case .measure(let measure):
      return Measuring.holds(measure, of: facts, in: view)
    }
  }

  // MARK: - Patterns

  private func matches(
    _ pattern: Int, _ atLeast: Int, _ around: Around?, of view: borrowing PostView,
    with evidence: inout Evidence
  ) throws(MatchFailure) -> Bool {
    guard evidence.mayMatch(pattern, in: view) else { return false }
    let readings = evidence.readings(of: pattern)
    guard let around, let home = home(of: around.place, for: readings, in: view) else {
      for number in view.segments.indices where readings.hold(view.segments[number]) {
        if isOwnOnly, !view.parts[view.segments[number].part].name.isOwn { continue }
        if try evidence.matches(of: pattern, inSegment: number, of: view).ranges.count >= atLeast {
          return true
        }
      }
      return false
    }
    let found = try evidence.matches(of: pattern, inSegment: home.segment, of: view)
    guard !found.ranges.isEmpty else { return false }
    let places = evidence.wordPlaces(inSegment: home.segment, of: view)
    let surroundings = Surroundings(places: places, found: home.range)
    return surroundings.count(found, for: around.condition) >= atLeast
  }

  /// The place itself, when the pattern reads its segment; else the whole of the part's words.
  private func home(
    of place: Place, for readings: ReadingSet, in view: borrowing PostView
  ) -> Place? {
    if readings.hold(view.segments[place.segment]) { return place }
    let part = view.segments[place.segment].part
    let other = view.segments.firstIndex { $0.part == part && readings.hold($0) }
    return other.map { Place(segment: $0, range: 0..<view.segments[$0].range.count) }
  }
}

extension ReadingSet {
  /// Whether a segment belongs to one of the readings.
  fileprivate func hold(_ segment: Segment) -> Bool {
    !isDisjoint(with: ReadingSet(of: segment.kind))
  }
}

extension PartName {
  /// Whether the author wrote the part.
  fileprivate var isOwn: Bool {
    switch self {
    case .text, .thread, .spoiler, .choice, .alt: true
    case .replyTo, .quote: false
    }
  }
}
