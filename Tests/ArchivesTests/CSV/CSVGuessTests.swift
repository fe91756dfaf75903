import Archives
import Foundation
import PostText
import Testing

/// Tables whose names of columns do not say by themselves what stands in them.
struct CSVGuessTests {
  private func read(_ text: String) throws -> Harvest {
    try Harvest(CSVReader(PiecewiseBytes(text, sizes: [11]), file: "posts.csv"))
  }

  private func refusal(_ text: String) -> ArchiveFailure? {
    #expect(throws: ArchiveFailure.self) { try read(text) }
  }

  private static let post = "Kicking down doors is our favourite thing"

  @Test(arguments: [
    "Date,Status,Message Body,Account\n13/05/2024,Published,POST,N\n",
    "Post,Post Copy\n12,POST\n", "Content,Message Body\nPicture,POST\n",
    "Tweet,Caption\nyes,POST\n",
    "Status,Post,Facebook Post\nPublished,7,POST\n",
  ])
  func `a column of states, numbers or single words is not taken for the text`(_ table: String)
    throws
  {
    let read = try read(table.replacingOccurrences(of: "POST", with: Self.post))
    #expect(read.texts == [Self.post])
    #expect(read.complaints.isEmpty)
  }

  @Test(arguments: ["Status", "Post", "Content", "Tweet", "Facebook post"])
  func `a doubtful name is taken when posts stand in the column, and refused when not`(
    _ name: String
  ) throws {
    #expect(try read("Nr,\(name)\n1,\(Self.post)\n").texts == [Self.post])
    for words in ["Published", "12", "Waiting for approval\n2,Waiting for approval"] {
      let rows = (0..<9).map { "\($0),\(words)\n" }.joined()
      let failure = try #require(refusal("Nr,\(name)\n\(rows)"))
      #expect(failure.code == "no-text-column")
      #expect(failure.message.contains("`Nr`, `\(name)`"))
      #expect(failure.message.contains("--map 'text="))
    }
    #expect(try read("Nr,\(name)\n").complaints.map(\.code) == ["no-rows"])
  }

  @Test func `another column of what look like posts is told beside a doubtful one`() throws {
    let read = try read("Nr,Facebook Post,X wording\n1,\(Self.post),Doors go down at dawn today\n")
    #expect(read.texts == [Self.post])
    #expect(read.complaints.map(\.code) == ["guessed-column"])
    #expect(read.complaints.first?.message.contains("from the column `Facebook Post`") == true)
    #expect(read.complaints.first?.message.contains("`X wording`") == true)
    // Beside a sure name there may be notes of any kind.
    #expect(try self.read("Text,Notes\n\(Self.post),Take care with this one\n").complaints.isEmpty)
  }

  // MARK: - Dates

  @Test(arguments: [
    "Sent Date", "Date (GMT)", "Published Date", "Post Date", "Scheduled Date", "createdAt",
    "Date Posted", "Date/Time", "Publish time",
  ])
  func `more names of dates are known`(_ name: String) throws {
    let read = try read("\(name),Text\n2024-05-13 09:00,Hello\n")
    #expect(read.posts.first?.draft.day == CalendarDay("2024-05-13"))
    #expect(read.complaints.isEmpty)
  }

  @Test func `dates in a column of another name are told with how to map it`() throws {
    let read = try read("Aired,Text,Likes\n13/05/2024,Hello,1\n14/05/2024,There,2\n")
    #expect(read.texts == ["Hello", "There"])
    #expect(read.complaints.map(\.code) == ["no-date-column"])
    let message = try #require(read.complaints.first?.message)
    #expect(message.contains("`Aired`, `Text`, `Likes`"))
    #expect(message.contains("--map 'text=\"Text\",date=\"Aired\"'"))
    // A number of ten digits may count anything.
    #expect(try self.read("Nr,Text\n1714564800,Hello\n").complaints.isEmpty)
  }
}
