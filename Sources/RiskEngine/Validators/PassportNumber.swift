/// The number of a passport or residence permit: nine digits, or two letters and seven digits.
///
/// It has no check digit outside the machine-readable zone, so it means nothing without context.
enum PassportNumber {
  /// Whether the candidate has the shape, which is never written with separators.
  static func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let number = CompactIdentifier(bytes), number.count == 9, number.separators == 0,
      number.isDigits(2..<9), !number.isMonotonous
    else { return false }
    return number.isDigits(0..<2) || number.isLetters(0..<2)
  }
}
