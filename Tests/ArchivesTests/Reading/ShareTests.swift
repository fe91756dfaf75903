import Archives
import Foundation
import TestSupport
import Testing

/// Readers tell how much of their input they have read, so that a person can see how long it will take.
struct ShareTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  /// Reads an input to its end and gives back what its reader told on the way.
  private func shares(of path: String) throws -> [Double] {
    let reader = try ArchiveInput.open(folder.path(path), .init()).reader
    var shares: [Double] = []
    while reader.next() != nil { shares.append(try #require(reader.share)) }
    return shares
  }

  private func expectRise(_ shares: [Double]) {
    #expect(shares.count > 1_000)
    #expect(shares == shares.sorted())
    #expect((shares.first ?? 1) < 0.5)
    // Behind the last record there may be a small file without records of its own.
    #expect((shares.last ?? 0) > 0.9)
    #expect(Set(shares).count > 3)
  }

  private static let words = String(repeating: "Officers are out. ", count: 30)

  @Test func `a table`() throws {
    let rows = (0..<8_000).map { "\($0),\(Self.words)\n" }
    try folder.write("id,text\n" + rows.joined(), to: "posts.csv")
    expectRise(try shares(of: "posts.csv"))
  }

  @Test func `an outbox of Mastodon`() throws {
    let activities = (0..<4_000).map {
      #"{"type":"Create","object":{"type":"Note","id":"\#($0)","content":"\#(Self.words)"}}"#
    }
    try folder.write(
      #"{"type":"OrderedCollection","totalItems":4000,"orderedItems":[\#(activities.joined(separator: ","))]}"#,
      to: "outbox.json")
    expectRise(try shares(of: "outbox.json"))
  }

  @Test func `an archive of X, be it a folder, a zip or one file of it`() throws {
    var archive = GeneratedArchive(tweets: 5_000, seed: 3)
    archive.tweetsAPart = 2_000
    try archive.write(to: URL(fileURLWithPath: folder.path("x")))
    try archive.writeZip(to: URL(fileURLWithPath: folder.path("x.zip")))
    expectRise(try shares(of: "x"))
    expectRise(try shares(of: "x.zip"))
    let tweets = (0..<4_000).map { XFile.tweet($0, Self.words) }.joined(separator: ",\n")
    try folder.write("window.YTD.tweets.part0 = [\n\(tweets)\n]", to: "tweets.js")
    expectRise(try shares(of: "tweets.js"))
  }
}
