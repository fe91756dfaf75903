/// What it takes to send a post although something was found in it, from nothing to never.
package enum Requirement: String, Sendable, CaseIterable, Comparable {
  /// Nothing: the finding is for reading only.
  case nothing
  /// The author says that the finding was seen.
  case acknowledge
  /// The author says why.
  case reason
  /// Somebody else than the author agrees, and the author says why.
  case secondPerson = "second-person"
  /// It is not sent.
  case never

  package static func < (left: Requirement, right: Requirement) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .nothing: 0
    case .acknowledge: 1
    case .reason: 2
    case .secondPerson: 3
    case .never: 4
    }
  }
}
