internal import PostText

/// Reads the dates that spreadsheets and scheduling tools write.
struct DateReader {
  private let bytes: [UInt8]
  private var at = 0

  /// Takes the text of a cell.
  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The date, when the whole text is one.
  mutating func read() -> WrittenDate? {
    if let time = stamp { return .moment(time) }
    if clock() != nil, isAtEnd { return .clock }
    at = 0
    skipWeekday()
    guard let day = calendarDay(), let clock = clock(), isAtEnd else { return nil }
    switch day {
    case .numbers(let first, let second, let year, _):
      return .numbers(first, second, year: year, clock)
    case .moment(let start): return .moment(clock.time(on: start))
    case .clock: return nil
    }
  }

  private var isAtEnd: Bool {
    bytes[at...].allSatisfy { $0 == UInt8(ascii: " ") }
  }

  /// Seconds or milliseconds since 1970; of a length that no other number of a table has by chance.
  private var stamp: PostTime? {
    guard bytes.count == 10 || bytes.count == 13, bytes.allSatisfy(\.isDigit) else { return nil }
    return Int(String(decoding: bytes[..<10], as: UTF8.self)).map { PostTime(seconds: $0) }
  }

  // MARK: - Days

  private mutating func calendarDay() -> WrittenDate? {
    if let month = monthName() {
      skipJoints()
      guard let day = number() else { return nil }
      skipOrdinal()
      skipJoints()
      return number().flatMap { Self.moment($0, month: month, day: day.value) }
    }
    guard let first = number() else { return nil }
    skipOrdinal()
    let joint = at < bytes.count ? bytes[at] : 0
    skipJoints()
    if let month = monthName() {
      skipJoints()
      return number().flatMap { Self.moment($0, month: month, day: first.value) }
    }
    guard [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(joint),
      let second = number(), take(joint), let third = number()
    else { return nil }
    if first.digits == 4 {
      return third.digits <= 2
        ? Self.moment(first, month: second.value, day: third.value) : nil
    }
    guard first.digits <= 2, second.digits <= 2, let year = Self.year(third) else { return nil }
    return .numbers(first.value, second.value, year: year, WrittenClock())
  }

  private static func moment(
    _ year: (value: Int, digits: Int), month: Int, day: Int
  ) -> WrittenDate? {
    Self.year(year).flatMap { PostTime(year: $0, month: month, day: day) }.map { .moment($0) }
  }

  /// A year of four digits, or of two: there were no posts in the last century.
  private static func year(_ number: (value: Int, digits: Int)) -> Int? {
    switch number.digits {
    case 4: number.value
    case 2: 2_000 + number.value
    default: nil
    }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private mutating func monthName() -> Int? {
    let start = at
    let word = word()
    if word.utf8.count >= 3,
      let month = Self.months.firstIndex(where: { word.utf8.starts(with: $0.utf8) })
    {
      return month + 1
    }
    at = start
    return nil
  }

  private mutating func skipWeekday() {
    let start = at
    skipJoints()
    let word = word()
    if Self.days.contains(where: { word.utf8.starts(with: $0.utf8) }) {
      skipJoints()
    } else {
      at = start
      while at < bytes.count, bytes[at] == UInt8(ascii: " ") { at += 1 }
    }
  }

  /// The letters after the number of a day, as in `1st`.
  private mutating func skipOrdinal() {
    let start = at
    if !["st", "nd", "rd", "th"].contains(word()) { at = start }
  }

  // MARK: - Times of day

  /// The time of day, that of its start when none is written; `nil` for one that does not exist.
  private mutating func clock() -> WrittenClock? {
    skipJoints()
    let start = at
    if word() == "at" { skipJoints() } else { at = start }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "t") { at += 1 }
    guard let hour = number() else { return isAtEnd ? WrittenClock() : nil }
    guard take(UInt8(ascii: ":")), let minute = number() else { return nil }
    var second = 0
    if take(UInt8(ascii: ":")) {
      guard let read = number() else { return nil }
      second = read.value
      if take(UInt8(ascii: ".")) { _ = number() }
    }
    guard let hours = hours(hour.value), let offset = zone(), hours < 24, minute.value < 60,
      second <= 60
    else { return nil }
    let seconds = hours * 3_600 + minute.value * 60 + second
    return WrittenClock(seconds: seconds - offset.minutes * 60, hasZone: offset.isWritten)
  }

  /// The hour of a day of 24 hours, by the `am` or `pm` that follows.
  private mutating func hours(_ hour: Int) -> Int? {
    skipJoints()
    let start = at
    switch word() {
    case "am" where (1...12).contains(hour): return hour % 12
    case "pm" where (1...12).contains(hour): return hour % 12 + 12
    case "am", "pm": return nil
    default:
      at = start
      return hour
    }
  }

  /// How far the clock is ahead of UTC, in minutes, and whether it says so; `nil` for what is no zone.
  private mutating func zone() -> (minutes: Int, isWritten: Bool)? {
    skipJoints(withDash: false)
    let name = word()
    switch name {
    case "bst": return (60, true)
    case "", "z", "utc", "gmt": break
    default: return nil
    }
    let isBehind = take(UInt8(ascii: "-"))
    guard isBehind || take(UInt8(ascii: "+")) else { return (0, !name.isEmpty) }
    guard let hours = number() else { return nil }
    var minutes = hours.digits == 4 ? hours.value / 100 * 60 + hours.value % 100 : hours.value * 60
    if take(UInt8(ascii: ":")), let more = number() { minutes += more.value }
    return minutes < 24 * 60 ? (isBehind ? -minutes : minutes, true) : nil
  }

  // MARK: - Bytes

  private mutating func number() -> (value: Int, digits: Int)? {
    let digits = bytes[at...].prefix(while: \.isDigit)
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    at += digits.count
    return (digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, digits.count)
  }

  /// The letters of ASCII that stand here, as small ones.
  private mutating func word() -> String {
    let letters = bytes[at...].prefix { $0.isAlphanumeric && !$0.isDigit }
    at += letters.count
    return String(decoding: letters.map(\.lowercased), as: UTF8.self)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipJoints(withDash: Bool = true) {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "."): at += 1
      case UInt8(ascii: "-") where withDash: at += 1
      default: return
      }
    }
  }
}
