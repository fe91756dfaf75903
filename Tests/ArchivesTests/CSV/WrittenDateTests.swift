import PostText
import Testing

@testable import Archives

struct WrittenDateTests {
  private func written(_ text: String, _ order: DateOrder? = nil) -> String? {
    WrittenDate(text)?.time(order)?.description
  }

  @Test(arguments: [
    ("2024-05-01", "2024-05-01T00:00:00"), ("2024-05-01 12:30", "2024-05-01T12:30:00"),
    ("2024-05-01T12:30:15.123Z", "2024-05-01T12:30:15Z"),
    ("2024-05-01 12:30:15 +0100", "2024-05-01T11:30:15Z"),
    ("2024/5/1 9:05", "2024-05-01T09:05:00"),
    ("Sat Feb 18 12:33:11 +0000 2023", "2023-02-18T12:33:11Z"),
    ("1714564800", "2024-05-01T12:00:00Z"),
    ("1714564800123", "2024-05-01T12:00:00Z"), ("1 May 2024", "2024-05-01T00:00:00"),
    ("1st May 2024 at 14:30", "2024-05-01T14:30:00"),
    ("May 1, 2024 2:30 PM", "2024-05-01T14:30:00"),
    ("01-May-24", "2024-05-01T00:00:00"),
    ("Wed, 01 May 2024 12:00:00 GMT", "2024-05-01T12:00:00Z"),
    ("Wednesday 1 May 2024, 12:00 BST", "2024-05-01T11:00:00Z"),
    ("September 30 2024 12:05 am", "2024-09-30T00:05:00"),
  ])
  func `dates that can be read in one way only are read`(_ text: String, _ time: String) {
    #expect(written(text) == time)
    #expect(written(text, .monthFirst) == time)
  }

  @Test(arguments: [
    ("01/05/2024", "2024-05-01T00:00:00", "2024-01-05T00:00:00"),
    ("1/5/24 9:05", "2024-05-01T09:05:00", "2024-01-05T09:05:00"),
    ("01-05-2024 23:59:59", "2024-05-01T23:59:59", "2024-01-05T23:59:59"),
    ("1.5.2024", "2024-05-01T00:00:00", "2024-01-05T00:00:00"),
    ("01/05/2024 2:30 pm", "2024-05-01T14:30:00", "2024-01-05T14:30:00"),
    ("01/05/2024, 00:30 +0100", "2024-04-30T23:30:00Z", "2024-01-04T23:30:00Z"),
  ])
  func `dates with slashes are read in the order that is given, never by guess`(
    _ text: String, _ dayFirst: String, _ monthFirst: String
  ) {
    #expect(written(text, .dayFirst) == dayFirst)
    #expect(written(text, .monthFirst) == monthFirst)
    #expect(written(text) == nil)
    #expect(written(text, .iso) == nil)
    #expect(WrittenDate(text)?.needsOrder == true)
  }

  @Test(arguments: [
    ("06/05/2026 23:30", "2026-05-06"), ("06/05/2026 23:30 UTC", "2026-05-07"),
    ("07/05/2026 00:30 BST", "2026-05-07"), ("06/05/2026 23:30 +00:00", "2026-05-07"),
    ("6 May 2026 11:30 pm", "2026-05-06"), ("6 May 2026 11:30 pm GMT", "2026-05-07"),
    ("1778110200", "2026-05-07"), ("06/05/2026", "2026-05-06"),
  ])
  func `a date has the day of London when it names a zone`(_ text: String, _ day: String) {
    #expect(WrittenDate(text)?.time(.dayFirst)?.day?.description == day)
  }

  @Test(arguments: [
    "", "soon", "31/31/2024x", "2024-13-01", "1/2", "1/2/3/4", "01/05/2024 25:00", "01/05/2024 12",
    "01/05/2024 13:00 pm", "99999999999999999999/1/2024", "1/2/\u{301}2024", "32 May 2024",
    "May 2024", "1/May", "12345",
  ])
  func `what is no date is not read`(_ text: String) {
    #expect(written(text, .dayFirst) == nil)
  }

  // MARK: - In files

  private func read(_ dates: [String], _ order: DateOrder? = nil) throws -> Harvest {
    let rows = dates.map { "\"\($0)\",Hello" }
    return try Harvest(
      CSVReader(
        PiecewiseBytes((["date,text"] + rows).joined(separator: "\n")), file: "a.csv",
        dateOrder: order))
  }

  @Test
  func `a file whose dates can be read in two ways is refused, and the message tells what to give`()
  {
    let failure = #expect(throws: ArchiveFailure.self) {
      try read(["01/05/2024", "02/05/2024 10:00"])
    }
    #expect(failure?.code == "ambiguous-date")
    #expect(failure?.message.contains("--date-format day-first") == true)
  }

  @Test func `one date that can be read in one way only decides for all`() throws {
    let dayFirst = try read(["01/05/2024", "13/05/2024"])
    #expect(
      dayFirst.posts.map { $0.time?.description ?? "" } == [
        "2024-05-01T00:00:00", "2024-05-13T00:00:00",
      ])
    let monthFirst = try read(["01/05/2024", "05/13/2024", "12/12/2024"])
    #expect(monthFirst.posts.first?.time?.description == "2024-01-05T00:00:00")
  }

  @Test func `dates of both orders in one column are refused`() {
    let failure = #expect(throws: ArchiveFailure.self) { try read(["13/05/2024", "05/13/2024"]) }
    #expect(failure?.code == "ambiguous-date")
    #expect(failure?.message.contains("`13/05/2024` and `05/13/2024`") == true)
  }

  @Test func `an order that is given holds, and what does not fit it is no date`() throws {
    let harvest = try read(
      ["01/05/2024", "05/13/2024", "2024-05-01", "", "soon", "14:30"], .dayFirst)
    #expect(harvest.outcomes == Array(repeating: "post", count: 6))
    #expect(harvest.posts.map { $0.time == nil } == [false, true, false, true, true, true])
    #expect(harvest.posts.map(\.isTimeCut) == [false, true, false, false, true, false])
  }

  @Test func `a doubtful date far down a file of sure ones is told, and the post is checked`()
    throws
  {
    let sure = Array(repeating: "2024-05-01", count: 1_500)
    let harvest = try read(sure + ["01/05/2024", "05/05/2024"])
    #expect(harvest.posts.count == 1_502)
    #expect(harvest.posts.suffix(2).map(\.isTimeCut) == [true, false])
    #expect(harvest.posts.suffix(2).first?.cut?.contains("--date-format day-first") == true)
  }
}
