/// A day of the Gregorian calendar, without a clock or a time zone.
package struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year, such as 2026.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month, 1 to 31.
  package let day: Int

  /// Reads the day of an ISO 8601 text such as `2026-05-07` or `2026-05-06T23:30Z`; fails for anything else, and for a day
  /// or time that does not exist.
  ///
  /// A moment with a zone belongs to the day that it is in London; without one, the date is taken as it is written.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.dropFirst(4).first == UInt8(ascii: "-"), let day = PostTime(String(text))?.day
    else { return nil }
    self = day
  }

  /// Takes a date, or fails when the calendar does not have it.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The day as it is read, such as `2026-05-07`.
  package var description: String {
    [(year, 4), (month, 2), (day, 2)].map { number, width in
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }.joined(separator: "-")
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
