import Archives
import PostText
import TestSupport
import Testing

/// Pictures that a post has and its page does not describe.
struct XAPIMediaTests {
  private func read(_ line: String) throws -> Harvest {
    try Harvest(
      LineReader(BytesSource(Array(line.utf8)), file: "posts.jsonl", decoder: XAPIDecoder()))
  }

  private static let media = #""attachments":{"media_keys":["3_1","3_2"]}"#
  private static let address = "https://x.com/a/status/5/photo/1"

  @Test func `a picture that stands nowhere beside the page is there all the same`() throws {
    let read = try read(
      #"{"data":[{"id":"5","text":"Look","author_id":"7",\#(Self.media)}],"includes":{"media":[{"media_key":"3_2","alt_text":"A van"}]}}"#
    )
    #expect(read.posts.first?.draft.media == [Draft.Media(), Draft.Media(alt: "A van")])
    let alone = try self.read(#"{"id":"5","text":"Look","author_id":"7",\#(Self.media)}"#)
    #expect(alone.posts.first?.draft.media == [Draft.Media(), Draft.Media()])
  }

  @Test(arguments: [
    #","media_key":"3_1""#, "",
  ])
  func `a post that is nothing but a picture is checked`(_ key: String) throws {
    let links =
      #""entities":{"urls":[{"url":"https://t.co/m","expanded_url":"\#(Self.address)"\#(key)}]}"#
    for media in ["," + Self.media, ""] {
      let read = try read(
        #"{"id":"5","author_id":"7","text":"https://t.co/m",\#(links)\#(media)}"#)
      #expect(read.outcomes == ["post"])
      #expect(read.texts == [""])
      #expect(read.posts.first?.draft.media.isEmpty == false)
    }
  }
}
