/// What a check before sending decides, from mild to strict.
package enum PreSendDecision: String, Sendable, CaseIterable, Comparable {
  /// Nothing was found.
  case allow
  /// The post can go; there is something to read.
  case warn
  /// A second person has to look at it first.
  case hold
  /// It must not go as it is.
  case block

  /// True when the post may be sent.
  package var isSendable: Bool { self <= .warn }

  package static func < (left: PreSendDecision, right: PreSendDecision) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .allow: 0
    case .warn: 1
    case .hold: 2
    case .block: 3
    }
  }
}
