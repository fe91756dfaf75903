import RiskEngine

/// How bad a post is among others: by its verdict, then its score; of equals the first comes first.
struct Badness: Sendable, Equatable, Comparable {
  /// The verdict.
  let verdict: Verdict
  /// The score.
  let score: Int
  /// The record's place in the order of reading.
  let index: Int

  /// True when the left one is worse, and so comes first.
  static func < (left: Badness, right: Badness) -> Bool {
    if left.verdict != right.verdict { return left.verdict > right.verdict }
    return left.score != right.score ? left.score > right.score : left.index < right.index
  }
}

/// The worst of many, as many as there are places.
struct Shortlist<Element: Sendable>: Sendable {
  private let limit: Int
  private var entries: [(badness: Badness, element: Element)] = []
  /// What a newcomer must be worse than, once all places have been taken.
  private var bar: Badness?

  /// Makes an empty list with so many places.
  init(limit: Int) {
    self.limit = limit
  }

  /// The elements, worst first.
  var sorted: [Element] {
    entries.sorted { $0.badness < $1.badness }.prefix(limit).map(\.element)
  }

  /// Takes an element in when it is among the worst so far; it is only made when it may be.
  mutating func offer(_ badness: Badness, _ element: @autoclosure () -> Element) {
    guard limit > 0, bar.map({ badness < $0 }) ?? true else { return }
    entries.append((badness, element()))
    // Sorting only now and then costs less than keeping order all the time.
    if entries.count >= 2 * limit { prune() }
  }

  private mutating func prune() {
    entries.sort { $0.badness < $1.badness }
    entries.removeSubrange(limit...)
    bar = entries.last?.badness
  }
}
