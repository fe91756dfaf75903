/// The Unique Taxpayer Reference: ten digits, the first of them the check digit.
enum TaxReference {
  private static let checks: StaticString = "21987654321"

  /// Whether the candidate is such a reference, whole or 5-5, with or without the final K.
  static func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let reference = CompactIdentifier(bytes), reference.isSeparatedOnly(before: 1 << 5),
      reference.count == 10 || (reference.count == 11 && reference[10] == UInt8(ascii: "K")),
      reference.isDigits(0..<10), !(1..<10).allSatisfy({ reference[$0] == reference[0] })
    else { return false }
    // The weights of the second to the tenth digit are 6, 7, 8, 9, 10, 5, 4, 3, 2.
    let sum = (1..<10).reduce(0) { $0 + reference.digit($1) * ($1 <= 5 ? $1 + 5 : 11 - $1) }
    return checks.withUTF8Buffer { $0[sum % 11] } == reference[0]
  }
}
