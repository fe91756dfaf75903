/// A person's number on the Police National Computer: year, serial and check letter, as in
/// `2003/0011985X`.
enum PNCID {
  private static let letters: StaticString = "ZABCDEFGHJKLMNPQRTUVWXY"

  /// Whether the candidate is such a number with the right letter.
  static func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")),
      let year = CompactIdentifier(UnsafeBufferPointer(rebasing: bytes[..<slash])),
      let serial = CompactIdentifier(UnsafeBufferPointer(rebasing: bytes[(slash + 1)...])),
      year.separators == 0, serial.separators == 0,
      isYear(year), (2...8).contains(serial.count), serial.isDigits(0..<serial.count - 1)
    else { return false }
    let number = serial.number(0..<serial.count - 1)
    let shortYear = year.number(year.count - 2..<year.count)
    let check = (shortYear * 10_000_000 + number) % 23
    return number > 0 && letters.withUTF8Buffer { $0[check] } == serial[serial.count - 1]
  }

  private static func isYear(_ year: CompactIdentifier) -> Bool {
    guard year.isDigits(0..<year.count) else { return false }
    return year.count == 2 || (year.count == 4 && (19...20).contains(year.number(0..<2)))
  }
}
