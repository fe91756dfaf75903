/// What a piece of a pattern begins with, in one of the ways in which it can match.
struct Strand: Hashable {
  /// The bytes, lower-cased.
  var bytes: [UInt8] = []
  /// Whether no ASCII word character stands before it.
  var before = false
  /// Whether no ASCII word character stands after it.
  var after = false
  /// Whether more may follow of which nothing is known; else it is all that the piece matches.
  var isOpen = false

  /// Anything at all.
  static let unknown = Strand(isOpen: true)
  /// A word boundary.
  static let boundary = Strand(before: true, after: true)

  /// White space and hyphens between words.
  static let gap = Strand(bytes: [UInt8(ascii: " ")])

  /// This strand and then another; the other is not reached when this one is open.
  func followed(by other: Strand) -> Strand {
    if isOpen { return self }
    if bytes.count >= Literal.capacity {
      return Strand(bytes: bytes, before: before, after: false, isOpen: true)
    }
    return Strand(
      bytes: bytes + other.bytes,
      before: bytes.isEmpty ? before || other.before : before,
      after: other.bytes.isEmpty ? after || other.after : other.after,
      isOpen: other.isOpen)
  }

  /// The literal to look for; `nil` when it would say too little.
  func literal(beginsMatch: Bool) -> Literal? {
    var flags: Literal.Flags = []
    if before { flags.insert(.boundaryBefore) }
    if after { flags.insert(.boundaryAfter) }
    if beginsMatch { flags.insert(.beginsMatch) }
    return Literal(bytes, flags: flags)
  }
}
