import Reports
import Rules

/// What is said of a post for which a life is at risk, and which nothing of ours may hold back.
enum EmergencyLane {
  /// Says that such a post goes although it could not be checked, and why it could not.
  static func tell(_ reason: String) {
    Console.complain(
      TerminalText.shown(
        "A life is at risk: this post goes at once, although it was neither checked nor recorded. Have somebody look "
          + "at it afterwards, and mend this: \(reason)"))
  }
}

extension CommandFault {
  /// Why a post could not be checked, with the place of the fault where it has one.
  var reason: String {
    guard case .problems(let problems) = self, let first = problems.first else { return words }
    return "\(first.place.file):\(first.place.line): \(first.message)"
  }
}
