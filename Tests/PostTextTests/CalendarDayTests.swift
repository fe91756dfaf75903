import PostText
import Testing

@Suite struct CalendarDayTests {
  @Test(arguments: ["0001-01-01", "0999-12-31", "2024-02-29", "2026-05-07", "9999-12-31"])
  func `a day is written as it is read`(_ text: String) throws {
    #expect(try #require(CalendarDay(text)).description == text)
    #expect(CalendarDay(text + "T23:59") == CalendarDay(text))
  }

  @Test(arguments: [
    ("2026-05-06T23:30:00Z", "2026-05-07"), ("2026-05-06T22:59:59.999Z", "2026-05-06"),
    ("2026-05-07T00:30+01:00", "2026-05-07"), ("2026-05-07T00:30:00+0200", "2026-05-06"),
    ("2026-05-06 12:00:00-12:00", "2026-05-07"), ("2026-12-31T23:30:00Z", "2026-12-31"),
    ("2026-12-31T23:30:00-01:00", "2027-01-01"), ("2024-03-01T00:30:00+01:00", "2024-02-29"),
  ])
  func `a moment with a zone belongs to the day that London has then`(
    _ moment: String, _ day: String
  ) {
    #expect(CalendarDay(moment)?.description == day)
  }

  @Test(arguments: [
    "2026-05-06T23:30", "2026-05-06 23:30:00", "2026-05-06T23:30:00.5",
  ])
  func `a moment without a zone belongs to the day that is written`(_ moment: String) {
    #expect(CalendarDay(moment)?.description == "2026-05-06")
  }

  /// The last Sundays of March and of October.
  @Test(arguments: [
    ("2015-03-29", "2015-10-25"), ("2020-03-29", "2020-10-25"), ("2024-03-31", "2024-10-27"),
    ("2025-03-30", "2025-10-26"), ("2026-03-29", "2026-10-25"), ("2027-03-28", "2027-10-31"),
    ("2028-03-26", "2028-10-29"), ("2030-03-31", "2030-10-27"), ("2099-03-29", "2099-10-25"),
  ])
  func `summer time is from the last Sunday of March to that of October`(
    _ first: String, _ last: String
  ) throws {
    func isShifted(_ day: CalendarDay) -> Bool {
      CalendarDay("\(day)T23:30Z") != day
    }
    let (start, end) = (try #require(CalendarDay(first)), try #require(CalendarDay(last)))
    for day in 1...31 {
      let march = try #require(CalendarDay(year: start.year, month: 3, day: day))
      #expect(isShifted(march) == (march >= start), "\(march)")
      let october = try #require(CalendarDay(year: end.year, month: 10, day: day))
      #expect(isShifted(october) == (october < end), "\(october)")
    }
  }

  @Test(arguments: [
    "2026-13-01", "2026-02-29", "2026-5-7", "tomorrow", "", "2026-05-07x", "2026-05-07T25:00",
    "2026-05-07T10:61", "2026-05-07T09:00+99:00", "2026-05-07T", "2026-05-07Tnoon",
    "2026-05-07T09:00 in the morning", "Wed May 06 23:30:00 +0000 2026",
  ])
  func `what no calendar or clock shows is no day`(_ text: String) {
    #expect(CalendarDay(text) == nil)
  }
}
