/// What a person may ask for while findings are shown.
package enum ReviewCommand: Sendable, Equatable {
  /// To note what they say of the finding.
  case answer(ReviewAnswer)
  /// To leave it without an answer for now.
  case skip
  /// To see the one before it again.
  case back
  /// To see what the keys mean.
  case help
  /// To end.
  case quit

  /// The command of a key, be it an upper-case or a lower-case letter; `nil` for a key that means nothing.
  package init?(key: UInt8) {
    switch key | 0x20 {
    case UInt8(ascii: "r"): self = .answer(.right)
    case UInt8(ascii: "w"): self = .answer(.wrong)
    case UInt8(ascii: "u"): self = .answer(.unsure)
    case UInt8(ascii: "s"): self = .skip
    case UInt8(ascii: "b"): self = .back
    case UInt8(ascii: "q"): self = .quit
    default:
      guard key == UInt8(ascii: "?") || key | 0x20 == UInt8(ascii: "h") else { return nil }
      self = .help
    }
  }
}
