/// The driver number of Great Britain: sixteen characters that hold surname, date of birth, sex and
/// initials.
///
/// The two letters at the end are a check whose arithmetic is not published.
enum DrivingLicence {
  /// Whether the candidate is such a number, run together or parted into surname, date, initials
  /// and check letters.
  static func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let licence = CompactIdentifier(bytes), licence.count == 16,
      licence.isSeparatedOnly(before: 1 << 5 | 1 << 11 | 1 << 14)
    else { return false }
    return holdsSurname(licence) && holdsBirthDate(licence)
      && (11..<13).allSatisfy { ASCIIByte.isCapital(licence[$0]) || licence.digit($0) == 9 }
      && licence.isLetters(14..<16)
  }

  /// Letters, then nines up to five characters.
  private static func holdsSurname(_ licence: CompactIdentifier) -> Bool {
    var letters = 0
    while letters < 5, ASCIIByte.isCapital(licence[letters]) { letters += 1 }
    return letters > 0 && (letters..<5).allSatisfy { licence.digit($0) == 9 }
  }

  /// Decade, month (fifty more for a woman), day, year of the decade.
  private static func holdsBirthDate(_ licence: CompactIdentifier) -> Bool {
    guard licence.isDigits(5..<11) else { return false }
    let written = licence.number(6..<8)
    let month = written > 50 ? written - 50 : written
    let day = licence.number(8..<10)
    let year = licence.digit(5) * 10 + licence.digit(10)
    guard (1...12).contains(month) else { return false }
    return (1...lastDay(ofMonth: month, year: year)).contains(day)
  }

  private static func lastDay(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
