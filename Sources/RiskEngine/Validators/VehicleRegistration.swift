/// The mark on a British, Northern Irish, Manx or Jersey number plate.
///
/// All letters are of one case, which tells `AB51 ABC` from `SW19 and`. A single letter with up to
/// three digits is a road, a junction or a house, and figures alone are a number: those dateless,
/// trade and Guernsey marks are not told apart here. Sources: DVLA INF104, V974.
enum VehicleRegistration {
  /// The letters of the current series' last group, all but I and Q.
  private static let currentLetters: StaticString = "ABCDEFGHJKLMNOPRSTUVWXYZ"
  /// The letters of all other groups, Z left out as well.
  static let letters: StaticString = "ABCDEFGHJKLMNOPRSTUVWXY"
  /// The letters that have stood for a year, and Q for an unknown one.
  private static let yearLetters: StaticString = "ABCDEFGHJKLMNPQRSTVWXY"

  /// Whether the candidate is a mark of some series.
  static func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let plate = CompactIdentifier(bytes), plate.count <= 8,
      !(plate.hasCapitals && plate.hasSmallLetters)
    else { return false }
    let second = endOfRun(plate, from: 0)
    let third = endOfRun(plate, from: second)
    guard second < plate.count, endOfRun(plate, from: third) == plate.count else { return false }
    let beginsWithLetters = plate.isLetters(0..<1)
    switch (beginsWithLetters, third < plate.count) {
    case (true, true): return isDated(plate, second, third)
    case (true, false): return DatelessMark.accepts(plate, letters: 0..<second)
    case (false, false): return DatelessMark.accepts(plate, letters: second..<third)
    case (false, true): return isOfState(plate, second, third)
    }
  }

  private static func endOfRun(_ plate: CompactIdentifier, from start: Int) -> Int {
    guard start < plate.count else { return start }
    let isLetter = plate.isLetters(start..<start + 1)
    return (start..<plate.count).first { plate.isLetters($0..<$0 + 1) != isLetter } ?? plate.count
  }

  /// Letters, digits, letters: the series since 1963, and those of Man and the forces.
  private static func isDated(_ plate: CompactIdentifier, _ second: Int, _ third: Int) -> Bool {
    switch (second, third - second, plate.count - third) {
    case (2, 2, 3): isCurrent(plate)
    case (1, 1...3, 3): isPrefixed(plate)
    case (2, 2, 2): isMilitary(plate)
    case (2...3, _, 1): isSuffixed(plate, second) || isManx(plate, second, third)
    default: false
    }
  }

  /// Since September 2001: memory tag, age identifier, three letters.
  private static func isCurrent(_ plate: CompactIdentifier) -> Bool {
    // Read to the end of the decade, so that a build does not go blind when plates next change.
    let isSold =
      switch plate.number(2..<4) {
      case 2...29, 51...79: true
      default: false
      }
    return isSold && plate.isSeparatedOnly(before: 1 << 4)
      && (0..<2).allSatisfy { plate.isOne(of: letters, at: $0) }
      && endsInLetters(plate, from: 4, of: currentLetters)
  }

  /// 1983 to 2001, and Q marks: year letter, up to three digits, three letters.
  private static func isPrefixed(_ plate: CompactIdentifier) -> Bool {
    let tail = plate.count - 3
    return plate.isOne(of: yearLetters, at: 0) && plate.digit(1) > 0
      && plate.isSeparatedOnly(before: 1 << UInt64(tail))
      && endsInLetters(plate, from: tail, of: letters)
  }

  /// 1963 to 1982: three letters, up to three digits, year letter.
  private static func isSuffixed(_ plate: CompactIdentifier, _ second: Int) -> Bool {
    let tail = plate.count - 1
    return second == 3 && tail <= 6 && plate.digit(3) > 0
      && plate.isSeparatedOnly(before: 1 << 3)
      && (0..<3).allSatisfy { plate.isOne(of: letters, at: $0) }
      && plate[tail] != UInt8(ascii: "Q") && plate.isOne(of: yearLetters, at: tail)
      && !DatelessMark.isWord(plate, 0..<3)
  }

  /// Whether the last group is of these letters and, standing apart, no everyday word.
  private static func endsInLetters(
    _ plate: CompactIdentifier, from start: Int, of letters: StaticString
  ) -> Bool {
    let isApart = plate.separators & 1 << UInt64(start) != 0
    return (start..<plate.count).allSatisfy { plate.isOne(of: letters, at: $0) }
      && !(isApart && DatelessMark.isWord(plate, start..<plate.count))
  }

  /// MN, MAN or a letter and MN, up to four digits, a letter.
  private static func isManx(_ plate: CompactIdentifier, _ second: Int, _ third: Int) -> Bool {
    let isTagged =
      plate[second - 1] == UInt8(ascii: "N")
      && (plate[second - 2] == UInt8(ascii: "M")
        || (second == 3 && plate[0] == UInt8(ascii: "M") && plate[1] == UInt8(ascii: "A")))
    return isTagged && plate.count - third == 1 && third - second <= 4 && !plate.hasSmallLetters
      && plate.isSeparatedOnly(before: 1 << UInt64(second) | 1 << UInt64(third))
  }

  /// Two letters, two digits, two letters, each apart.
  private static func isMilitary(_ plate: CompactIdentifier) -> Bool {
    plate.separators == 1 << 2 | 1 << 4 && !plate.hasSmallLetters
      && !DatelessMark.isWord(plate, 0..<2) && !DatelessMark.isWord(plate, 4..<6)
  }

  /// Digits, letters, digits: diplomatic (`123 D 456`) and military (`12 AB 34`) marks, set apart.
  private static func isOfState(_ plate: CompactIdentifier, _ second: Int, _ third: Int) -> Bool {
    guard plate.separators == 1 << UInt64(second) | 1 << UInt64(third), !plate.hasSmallLetters
    else { return false }
    switch (second, third - second, plate.count - third) {
    case (3, 1, 3): return plate.isOne(of: "DX", at: 3)
    case (2, 2, 2): return !DatelessMark.isWord(plate, 2..<4)
    default: return false
    }
  }
}
