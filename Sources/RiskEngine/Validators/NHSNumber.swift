/// The NHS number of England, Wales and Man, the Scottish CHI and the Northern Irish H&C number:
/// ten digits, written 3-3-4, the last a check digit.
enum NHSNumber {
  /// Whether the candidate is such a number.
  ///
  /// One ten-digit number in eleven is, so a rule asks for the separators or for context.
  static func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let number = CompactIdentifier(bytes), number.count == 10, number.isDigits(0..<10),
      number.isSeparatedOnly(before: 1 << 3 | 1 << 6), !number.isMonotonous
    else { return false }
    // Eleven minus the remainder must be the check digit: together they are a multiple of eleven.
    let sum = (0..<10).reduce(0) { $0 + number.digit($1) * (10 - $1) }
    return sum.isMultiple(of: 11)
  }
}
