/// The National Insurance number: two letters, six digits and a letter from A to D.
///
/// It has no check digit, but many letters and some pairs are never given out.
enum NationalInsuranceNumber {
  private static let unallocated = FixedTable("BGGBKNNKNTTNZZ", width: 2)

  /// Whether the candidate is such a number, suffix included.
  static func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let number = CompactIdentifier(bytes), number.count == 9,
      number.isSeparatedOnly(before: 1 << 2 | 1 << 4 | 1 << 6 | 1 << 8)
    else { return false }
    return number.isOne(of: "ABCEGHJKLMNOPRSTWXYZ", at: 0)
      && number.isOne(of: "ABCEGHJKLMNPRSTWXYZ", at: 1)
      && !unallocated.contains(number, 0..<2)
      && number.isDigits(2..<8)
      && number.isOne(of: "ABCD", at: 8)
  }
}
