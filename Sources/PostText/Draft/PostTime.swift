/// A moment in UTC, exact to the second.
package struct PostTime: Sendable, Hashable, Comparable {
  /// Seconds since the start of 1970, leap seconds not counted.
  package let seconds: Int
  /// False for the time of a clock of which nobody said where it hangs; it is taken for UTC, and its day is kept.
  package let hasZone: Bool

  /// Takes seconds since the start of 1970.
  package init(seconds: Int, hasZone: Bool = true) {
    self.seconds = seconds
    self.hasZone = hasZone
  }

  /// Takes a date of the Gregorian calendar and the time of a clock that is `offset` minutes ahead of UTC, or of one whose
  /// zone is not known; fails for a date or time that does not exist.
  package init?(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    offset: Int? = nil
  ) {
    guard CalendarDay(year: year, month: month, day: day) != nil, (0..<24).contains(hour),
      (0..<60).contains(minute), (0...60).contains(second), abs(offset ?? 0) < 24 * 60
    else { return nil }
    let days = Self.days(year: year, month: month, day: day)
    seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - (offset ?? 0) * 60
    hasZone = offset != nil
  }

  /// The day in London, where the calendars of the rules hold; of a clock whose zone is not known, the day that it shows.
  package var day: CalendarDay? {
    let shift = hasZone && isInSummerTime ? 3_600 : 0
    let (year, month, day) = Self.date(of: seconds + shift)
    return CalendarDay(year: year, month: month, day: day)
  }

  package static func < (left: PostTime, right: PostTime) -> Bool {
    left.seconds < right.seconds
  }

  package static func == (left: PostTime, right: PostTime) -> Bool {
    left.seconds == right.seconds
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(seconds)
  }

  // MARK: - Summer time

  /// True when British clocks are an hour ahead of UTC, by the rule that has held since 1996 and is far older than posts.
  ///
  /// It is worked out here since a machine may lack the tables of time zones.
  private var isInSummerTime: Bool {
    let year = Self.date(of: seconds).year
    let (start, end) = (Self.lastSunday(of: 3, year), Self.lastSunday(of: 10, year))
    return (start * 86_400 + 3_600..<end * 86_400 + 3_600).contains(seconds)
  }

  /// The last Sunday of a month of 31 days, in days from the start of 1970, which was a Thursday.
  private static func lastSunday(of month: Int, _ year: Int) -> Int {
    let last = days(year: year, month: month, day: 31)
    let week = last + 4
    return last - (week - floorDivision(week, 7) * 7)
  }

  // MARK: - The calendar

  /// Days from the start of 1970, by counting years from March on, so that the leap day is the last of a year.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month > 2 ? year : year - 1
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func date(of seconds: Int) -> (year: Int, month: Int, day: Int) {
    let days = floorDivision(seconds, 86_400) + 719_468
    let era = floorDivision(days, 146_097)
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }

  private static func floorDivision(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
  }
}

extension PostTime: CustomStringConvertible {
  /// The moment as `2024-05-01T12:00:00Z`, and without the `Z` where nobody knows the zone.
  package var description: String {
    let (year, month, day) = Self.date(of: seconds)
    let second = seconds - Self.floorDivision(seconds, 86_400) * 86_400
    let parts = [(year, 4), (month, 2), (day, 2)].map(Self.digits).joined(separator: "-")
    let clock = [second / 3_600, second / 60 % 60, second % 60].map { Self.digits($0, 2) }
    return parts + "T" + clock.joined(separator: ":") + (hasZone ? "Z" : "")
  }

  private static func digits(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
