/// A mark by which the same result is known again.
enum Fingerprint {
  /// The FNV-1a hash of texts, each on a line of its own, in 16 hexadecimal digits.
  static func digits(of texts: String...) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in texts.joined(separator: "\n").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
