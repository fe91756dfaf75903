/// How much a finding matters, from housekeeping to "do not send".
package enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Housekeeping; the post can go.
  case advice
  /// Worth a second look.
  case caution
  /// A second person should agree first.
  case serious
  /// Not to be sent until the named owner has cleared it.
  case stop

  /// The level's place in the order, 0 for advice.
  package var rank: Int {
    switch self {
    case .advice: 0
    case .caution: 1
    case .serious: 2
    case .stop: 3
    }
  }

  /// The next lower level, or itself when there is none.
  package var lowered: Severity {
    switch self {
    case .advice, .caution: .advice
    case .serious: .caution
    case .stop: .serious
    }
  }

  /// The next higher level, or itself when there is none.
  package var raised: Severity {
    switch self {
    case .advice: .caution
    case .caution: .serious
    case .serious, .stop: .stop
    }
  }

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }
}
