/// Lines of the machine-readable zone of a passport, a visa or a residence permit (ICAO 9303).
enum MachineReadableZone {
  private static let filler = UInt8(ascii: "<")

  /// Whether the candidate is one to three such lines, parted by a line feed or a space.
  static func accepts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = bytes.startIndex
    for _ in 0..<3 {
      let rest = bytes[start...]
      let end =
        rest.firstIndex { $0 == ASCIIByte.space || $0 == UInt8(ascii: "\n") } ?? rest.endIndex
      guard accepts(line: UnsafeBufferPointer(rebasing: bytes[start..<end])) else { return false }
      guard end < bytes.endIndex else { return true }
      start = end + 1
    }
    return false
  }

  private static func accepts(line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.allSatisfy({ value($0) != nil }) else { return false }
    switch line.count {
    case 28, 36, 44: return isNameLine(line) || isPassportLine(line)
    case 30: return isNameLine(line) || isCardNumberLine(line) || isCardDateLine(line)
    case 10...43: return isNameLine(line)
    default: return false
    }
  }

  /// `P<GBRSURNAME<<GIVEN<NAMES`, whether or not the fillers at its end were copied.
  private static func isNameLine(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let name = line[5...]
    return holdsDocumentAndState(line) && name.first != filler
      && name.allSatisfy { !ASCIIByte.isDigit($0) }
      && zip(name, name.dropFirst()).contains { $0 == filler && $1 == filler }
  }

  /// The second line of a passport or visa, or its first 28 characters: number, birth and expiry.
  private static func isPassportLine(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    isChecked(line, 0..<9) && holdsState(line, 10..<13)
      && holdsDates(line, birth: 13, expiry: 21)
  }

  /// The first line of a card of three lines: document, state, number.
  private static func isCardNumberLine(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    holdsDocumentAndState(line) && isChecked(line, 5..<14)
  }

  /// The second line of a card of three lines: birth, expiry, nationality.
  private static func isCardDateLine(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    holdsDates(line, birth: 0, expiry: 8) && holdsState(line, 15..<18)
  }

  private static func holdsDocumentAndState(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    switch line[0] {
    case UInt8(ascii: "P"), UInt8(ascii: "V"), UInt8(ascii: "I"), UInt8(ascii: "A"),
      UInt8(ascii: "C"):
      !ASCIIByte.isDigit(line[1]) && holdsState(line, 2..<5)
    default: false
    }
  }

  /// One to three letters, then fillers.
  private static func holdsState(
    _ line: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    let fillers = line[range].firstIndex(of: filler) ?? range.upperBound
    return fillers > range.lowerBound
      && line[range.lowerBound..<fillers].allSatisfy(ASCIIByte.isCapital)
      && line[fillers..<range.upperBound].allSatisfy { $0 == filler }
  }

  /// Two checked dates with the sex between them; a birthday may be partly unknown.
  private static func holdsDates(
    _ line: UnsafeBufferPointer<UInt8>, birth: Int, expiry: Int
  ) -> Bool {
    let sex = line[birth + 7]
    return isChecked(line, birth..<birth + 6) && isChecked(line, expiry..<expiry + 6)
      && (sex == UInt8(ascii: "M") || sex == UInt8(ascii: "F") || sex == UInt8(ascii: "X")
        || sex == filler)
      && line[birth..<birth + 6].allSatisfy { ASCIIByte.isDigit($0) || $0 == filler }
      && ASCIIByte.isDigit(line[birth])
      && line[expiry..<expiry + 6].allSatisfy(ASCIIByte.isDigit)
  }

  /// Whether the digit after a range is the check digit of it: weights 7, 3, 1, by ten.
  private static func isChecked(
    _ line: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    let sum = range.reduce(0) { sum, index in
      let place = (index - range.lowerBound) % 3
      return sum + (place == 0 ? 7 : place == 1 ? 3 : 1) * (value(line[index]) ?? 0)
    }
    return Int(line[range.upperBound]) - 0x30 == sum % 10
  }

  /// What a character counts: a digit itself, A 10 … Z 35, the filler nothing; others are `nil`.
  private static func value(_ byte: UInt8) -> Int? {
    if ASCIIByte.isDigit(byte) { return Int(byte) - 0x30 }
    if ASCIIByte.isCapital(byte) { return Int(byte) - 0x41 + 10 }
    return byte == filler ? 0 : nil
  }
}
