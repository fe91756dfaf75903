import Archives
import Foundation
import TestSupport
import Testing

/// Inputs that are given in a way in which nothing can be read, and what is said of them.
struct WrongInputTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  private func refusal(
    _ name: String, _ format: InputFormat = .auto, map: String? = nil
  ) throws -> ArchiveFailure? {
    var options = ArchiveInput.Options()
    options.format = format
    options.mapping = try map.map { try CSVMapping($0) }
    return #expect(throws: ArchiveFailure.self) {
      try ArchiveInput.open(folder.path(name), options)
    }
  }

  private func write(zip name: String, _ members: String...) throws {
    try ZipWriter.write(
      members.map { .init($0, "text\nHello\n".utf8) }, to: URL(fileURLWithPath: folder.path(name)))
  }

  @Test func `a folder or zip of exports is told with what lies in it`() throws {
    for name in ["a.csv", "b/c.jsonl"] { try folder.write("text\nHello\n", to: "exports/" + name) }
    try write(zip: "exports.zip", "a.csv", "b/c.jsonl", "picture.png")
    for input in ["exports", "exports.zip"] {
      let message = try #require(try refusal(input)).message
      #expect(message.contains("`a.csv`, `b/c.jsonl`. Give such files themselves"))
    }
    try write(zip: "many.zip", "1.csv", "2.csv", "3.csv", "4.csv", "5.csv", "6.csv", "7.csv")
    #expect(try #require(try refusal("many.zip")).message.contains("`5.csv` and 2 more"))
    try write(zip: "none.zip", "picture.png")
    #expect(try #require(try refusal("none.zip")).message.contains("may hold") == false)
  }

  @Test(arguments: [InputFormat.csv, .jsonl, .xAPI, .twarcCSV])
  func `an archive is not read in the format of a single file`(_ format: InputFormat) throws {
    try folder.write(XFile.list("tweets", XFile.tweet(1, "Hello")), to: "x/data/tweets.js")
    try ZipWriter.write(
      [.init("data/tweets.js", XFile.list("tweets", XFile.tweet(1, "Hello")).utf8)],
      to: URL(fileURLWithPath: folder.path("x.zip")))
    for input in ["x", "x.zip"] {
      let failure = try #require(try refusal(input, format))
      #expect(failure.code == "other-format")
      #expect(failure.message.contains("as \(format.rawValue)"))
    }
  }

  @Test func `a key that no record has is told with the nearest`() throws {
    let lines = #"{"Body": "Hello", "meta": {"sent": "2024-05-01"}}"# + "\n"
    try folder.write(lines + lines, to: "posts.jsonl")
    let misspelt = try #require(try refusal("posts.jsonl", map: "text=Bdy"))
    #expect(misspelt.code == "no-column")
    #expect(misspelt.message.contains("`Bdy`. Did you mean `Body`?"))
    #expect(
      try #require(try refusal("posts.jsonl", map: "text=Wording")).message
        .contains("the keys `Body`, `meta`, `meta.sent`"))
    #expect(
      try #require(try refusal("posts.jsonl", map: "text=Body,date=meta.snet")).message
        .contains("`meta.sent`"))
    // A key that nothing comes near may stand in later records.
    var options = ArchiveInput.Options()
    options.mapping = try CSVMapping("text=Body,reply_to=answers")
    let read = try Harvest(try ArchiveInput.open(folder.path("posts.jsonl"), options).reader)
    #expect(read.texts == ["Hello", "Hello"])
  }
}
