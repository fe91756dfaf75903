/// Which gate of which pattern a literal opens.
struct Posting: BitwiseCopyable, Sendable {
  /// The pattern, the gate and the mark, packed.
  let bits: UInt32

  /// Packs a posting.
  init(pattern: Int, gate: Int, beginsMatch: Bool) {
    self.bits = UInt32(pattern) << 3 | UInt32(gate) << 1 | (beginsMatch ? 1 : 0)
  }

  /// The pattern's number.
  var pattern: Int { Int(bits >> 3) }
  /// The bit of the gate among a pattern's gates.
  var gate: UInt8 { 1 << UInt8(truncatingIfNeeded: bits >> 1 & 3) }
  /// Whether a match that contains the literal begins with it.
  var beginsMatch: Bool { bits & 1 == 1 }
}
