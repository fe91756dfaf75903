import Archives
import Foundation
import PostText
import TestSupport
import Testing

/// Long posts of an archive of which it holds the beginning alone.
struct XArchiveCutTests {
  private func post(_ text: String, _ members: String...) throws -> ArchivedPost {
    let record = "{\"tweet\":{\(XFile.bare(5, text, members))}}"
    let read = try ReadArchive(
      XArchiveReader(
        file: ChunkedSource("window.YTD.tweets.part0 = [\(record)]".utf8), name: "tweets.js"))
    return try #require(read.posts.first)
  }

  private let long = String(repeating: "word ", count: 53) + "wor…"

  private func links(_ expanded: String) -> String {
    #""truncated":false,"entities":{"urls":[{"url":"https://t.co/x","expanded_url":"\#(expanded)"}]}"#
  }

  @Test(arguments: [
    "https://twitter.com/i/web/status/5", "https://x.com/i/web/status/5",
    "https://twitter.com/force/status/5",
  ])
  func `a long post without its note is told to be cut, ending in its own address`(
    _ address: String
  ) throws {
    let cut = try post(long + " https://t.co/x", links(address))
    #expect(cut.cut != nil)
    #expect(cut.draft.text == long)
    #expect(cut.kind == .original)
    #expect(try post("Short… https://t.co/x", links(address)).cut != nil)
  }

  @Test func `a long post that ends in bare dots is told to be cut, and a short one is whole`()
    throws
  {
    #expect(try post(long).cut != nil)
    #expect(try post(long + " https://t.co/unlisted").cut != nil)
    #expect(try post("Wait for it…").cut == nil)
    #expect(try post(String(repeating: "word ", count: 54)).cut == nil)
  }

  @Test func `its own address without a cut stays in the text`() throws {
    let post = try post("Look here https://t.co/x", links("https://x.com/force/status/5"))
    #expect(post.draft.text == "Look here https://x.com/force/status/5")
    #expect(post.cut == nil)
  }

  @Test func `a cut post whose note is found is whole`() throws {
    let folder = try TestFolder()
    let whole = String(repeating: "word ", count: 53) + "words to the end"
    try folder.write(
      XFile.list(
        "tweets", XFile.tweet(5, long + " https://t.co/x", links("https://x.com/i/web/status/5"))),
      to: "data/tweets.js")
    try folder.write(XFile.list("note_tweet", XFile.note(900, whole)), to: "data/note-tweet.js")
    let read = try ReadArchive(XArchiveReader(folder: folder.url.path))
    #expect(read.texts == [whole])
    #expect(read.posts.first?.cut == nil)
  }
}
