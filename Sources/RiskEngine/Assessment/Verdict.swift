/// What a post should do next.
package enum Verdict: String, Sendable, CaseIterable, Comparable {
  /// Nothing was found; which is no approval.
  case clear
  /// Housekeeping; the post can go.
  case advise
  /// A second pair of eyes, please.
  case review
  /// Not to be sent until the named owner has cleared it.
  case hold

  /// The verdict's place in the order, 0 for clear.
  package var rank: Int {
    switch self {
    case .clear: 0
    case .advise: 1
    case .review: 2
    case .hold: 3
    }
  }

  package static func < (left: Verdict, right: Verdict) -> Bool {
    left.rank < right.rank
  }
}
