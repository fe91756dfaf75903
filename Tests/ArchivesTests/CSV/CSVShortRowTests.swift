import PostText
import Testing

@testable import Archives

/// Rows as spreadsheets write them: without their last cells when those are empty, or with some besides.
struct CSVShortRowTests {
  private func read(_ text: String) throws -> Harvest {
    try Harvest(CSVReader(PiecewiseBytes(text, sizes: [7]), file: "posts.csv"))
  }

  @Test func `a row whose text is there is checked, however many empty cells it has`() throws {
    let read = try read(
      """
      id,text,alt,quote
      1,One
      2,Two,
      3,Three,,,,,
      4,"Four
      lines",,,,
      5,"Five
      lines"
      6,Six,A van,,
      """)
    #expect(read.texts == ["One", "Two", "Three", "Four\nlines", "Five\nlines", "Six"])
    #expect(read.failures == [])
    #expect(read.posts.allSatisfy { $0.cut == nil })
    #expect(read.places.map(\.line) == [2, 3, 4, 5, 7, 9])
  }

  @Test func `a row that ends before its text, or has something behind its last cell, fails`()
    throws
  {
    let read = try read("id,date,text,alt\n1,2024-05-01\n2,,Two,,x\n3,,Three\n")
    #expect(read.outcomes == ["wrong-field-count", "wrong-field-count", "post"])
  }

  @Test func `the second line of a text without quotation marks is no row of its own`() throws {
    let read = try read("id,text,date\n1,First line\nand the rest,2024-05-01\n2,Next,2024-05-02\n")
    #expect(read.outcomes == ["post", "wrong-field-count", "post"])
  }

  @Test func `a short row with neither id nor date may have lost something, and says so`() throws {
    let read = try read("account,text,alt\nforce,One\nforce,Two,A van\n")
    #expect(read.texts == ["One", "Two"])
    #expect(read.posts.map { $0.cut != nil } == [true, false])
  }

  @Test func `an open quotation mark takes no row for the end of a short one`() throws {
    let read = try read("id,text,date\n1,\"open\n2,Next,2024-05-02\n3,\"\n4,Last,2024-05-04\n")
    #expect(read.texts == ["Next", "Last"])
    #expect(read.outcomes.first == "wrong-field-count")
  }

  @Test(arguments: ["NaN", "nan", "None", "null", "false", "<NA>", "NULL", "NaT"])
  func `what programs write for nothing is nothing`(_ word: String) throws {
    let read = try read(
      "text,reply_to,quote,alt,account,date,id\nHello,\(word),\(word),\(word),\(word),\(word),\(word)\n"
    )
    let post = try #require(read.posts.first)
    #expect(post == ArchivedPost(draft: Draft("Hello")))
    #expect(try self.read("id,text\n1,\(word)\n").texts == [word])
  }

  @Test(arguments: ["1.785E+18", "1785000000000000000.0", "12345"])
  func `the number of an answered post is no text, be it rounded`(_ number: String) throws {
    let post = try #require(try read("text,reply_to\nHello,\(number)\n").posts.first)
    #expect(post.draft.replyTo == Draft.Context(url: number))
    #expect(post.kind == .reply)
  }
}
