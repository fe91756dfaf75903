extension PostTime {
  /// Reads a time as exports write it: ISO 8601 such as `2024-05-01T12:00:00.000Z` or `2024-05-01 12:00:00+01:00`, a
  /// date alone, or `Sat Feb 18 12:33:11 +0000 2023`.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let time = Self.iso(bytes) ?? Self.weekday(bytes) else { return nil }
    self = time
  }

  private static func iso(_ bytes: [UInt8]) -> PostTime? {
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10])
    else { return nil }
    if bytes.count == 10 { return PostTime(year: year, month: month, day: day) }
    guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      bytes[13] == UInt8(ascii: ":"), let hour = number(bytes[11..<13]),
      let minute = number(bytes[14..<16])
    else { return nil }
    var rest = bytes[16...]
    var second = 0
    if rest.first == UInt8(ascii: ":") {
      guard rest.count >= 3, let read = number(rest.dropFirst().prefix(2)) else { return nil }
      second = read
      rest = rest.dropFirst(3)
    }
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      guard !fraction.isEmpty else { return nil }
      rest = rest[fraction.endIndex...]
    }
    let offset = zone(rest)
    guard offset != nil || rest.allSatisfy({ $0 == UInt8(ascii: " ") }) else { return nil }
    return PostTime(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second,
      offset: offset)
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Sat Feb 18 12:33:11 +0000 2023`, the form of X's older interface, in which every word has its place.
  private static func weekday(_ bytes: [UInt8]) -> PostTime? {
    let blank = UInt8(ascii: " ")
    let colon = UInt8(ascii: ":")
    guard bytes.count == 30, [3, 7, 10, 19, 25].allSatisfy({ bytes[$0] == blank }),
      bytes[13] == colon, bytes[16] == colon,
      let month = months.firstIndex(where: { bytes[4..<7].elementsEqual($0.utf8) }),
      let day = number(bytes[8..<10]), let hour = number(bytes[11..<13]),
      let minute = number(bytes[14..<16]), let second = number(bytes[17..<19]),
      let offset = zone(bytes[20..<25]), let year = number(bytes[26..<30])
    else { return nil }
    return PostTime(
      year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second,
      offset: offset)
  }

  /// The minutes of `Z`, `+0100`, `+01:00` or `+01`.
  private static func zone(_ bytes: ArraySlice<UInt8>) -> Int? {
    let bytes = bytes.drop { $0 == UInt8(ascii: " ") }
    guard let sign = bytes.first else { return nil }
    if sign == UInt8(ascii: "Z"), bytes.count == 1 { return 0 }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    var digits = Array(bytes.dropFirst())
    if digits.count == 5, digits[2] == UInt8(ascii: ":") { digits.remove(at: 2) }
    guard digits.count == 2 || digits.count == 4, let hours = number(digits[..<2]),
      let minutes = digits.count == 4 ? number(digits[2...]) : 0, minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    var value = 0
    for digit in digits {
      guard isDigit(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
