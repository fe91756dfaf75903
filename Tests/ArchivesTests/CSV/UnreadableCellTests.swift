import PostText
import Testing

@testable import Archives

/// Rows of which a cell beside the text cannot be read: the text is checked all the same.
struct UnreadableCellTests {
  private func read(_ text: String, _ order: DateOrder? = nil) throws -> Harvest {
    try Harvest(CSVReader(PiecewiseBytes(text), file: "a.csv", dateOrder: order))
  }

  private func twarc(_ rows: String...) throws -> Harvest {
    let header = "id,created_at,text,entities.urls,attachments.media,attachments.poll.options\n"
    return try Harvest(
      CSVReader(twarc: PiecewiseBytes(header + rows.joined(separator: "\n")), file: "a.csv"))
  }

  @Test(arguments: ["soon", "2024-13-01", "32 May 2024", "01/05/24/7"])
  func `a date that cannot be read is told, and the post is checked`(_ date: String) throws {
    let table = try read("id,text,date\n1,Hello,\(date)\n2,There,2024-05-01\n")
    #expect(table.outcomes == ["post", "post"])
    #expect(table.posts.map(\.isTimeCut) == [true, false])
    #expect(table.posts.first?.time == nil)
    let row = try twarc("1,\(date),Hello,,,")
    #expect(row.outcomes == ["post"])
    #expect(row.posts.first?.isTimeCut == true)
  }

  @Test func `a date that does not fit the order that was given is told likewise`() throws {
    let table = try read("text,date\nHello,05/13/2024\nThere,01/05/2024\n", .dayFirst)
    #expect(table.outcomes == ["post", "post"])
    #expect(table.posts.map(\.isTimeCut) == [true, false])
  }

  @Test(arguments: [
    "1,2024-05-01,Hello https://t.co/a,\"[\"\"cut\",,", "1,2024-05-01,Hello https://t.co/a,{},,",
    "1,2024-05-01,Hello https://t.co/a,,{},", "1,2024-05-01,Hello https://t.co/a,,,\"[\"",
  ])
  func `a list beside the text that cannot be read is told, and the text is checked`(
    _ row: String
  ) throws {
    let read = try twarc(row, "2,2024-05-01,Next,,,")
    #expect(read.texts == ["Hello https://t.co/a", "Next"])
    #expect(read.posts.map { $0.cut != nil } == [true, false])
    #expect(read.posts.first?.cut?.contains("column `") == true)
    #expect(read.posts.first?.time != nil)
  }
}
