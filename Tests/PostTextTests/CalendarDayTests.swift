import PostText
import Testing

@Suite struct CalendarDayTests {
  @Test(arguments: ["0001-01-01", "0999-12-31", "2024-02-29", "2026-05-07", "9999-12-31"])
  func `a day is written as it is read`(_ text: String) throws {
    #expect(try #require(CalendarDay(text)).description == text)
    #expect(CalendarDay(text + "T23:59Z") == CalendarDay(text))
  }

  @Test(arguments: ["2026-13-01", "2026-02-29", "2026-5-7", "tomorrow", "", "2026-05-07x"])
  func `what the calendar does not have is no day`(_ text: String) {
    #expect(CalendarDay(text) == nil)
  }
}
