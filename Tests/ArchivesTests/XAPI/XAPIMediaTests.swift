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
    let unknown = Draft.Media(isAltUnknown: true)
    #expect(read.posts.first?.draft.media == [unknown, Draft.Media(alt: "A van")])
    let alone = try self.read(#"{"id":"5","text":"Look","author_id":"7",\#(Self.media)}"#)
    #expect(alone.posts.first?.draft.media == [unknown, unknown])
  }

  /// The second of the media, in a page that has the first, or was fetched by twarc, or neither.
  @Test(arguments: [
    (#"{"media_key":"3_1","alt_text":"A van"},"#, "", false),
    (#"{"media_key":"3_1"},"#, "", true),
    (#"{"media_key":"3_1"},"#, #","__twarc":{"version":"2.14.0"}"#, false),
  ])
  func `a page tells of no description only when descriptions were asked for`(
    _ first: String, _ twarc: String, _ isUnknown: Bool
  ) throws {
    let page =
      #"{"data":[{"id":"5","text":"Look","author_id":"7",\#(Self.media)}],"#
      + #""includes":{"media":[\#(first){"media_key":"3_2"}]}\#(twarc)}"#
    let last = try read(page).posts.first?.draft.media.last
    #expect(last == Draft.Media(isAltUnknown: isUnknown))
    let flat =
      #"{"id":"5","text":"Look","attachments":{"media":[\#(first){"media_key":"3_2"}]}\#(twarc)}"#
    #expect(try read(flat).posts.first?.draft.media.last == last)
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
