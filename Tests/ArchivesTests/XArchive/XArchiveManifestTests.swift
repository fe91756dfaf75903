import Archives
import Foundation
import TestSupport
import Testing

/// Manifests that do not say how many records a file has.
struct XArchiveManifestTests {
  @Test(arguments: [
    "", #","count":null"#, #","count":"many""#, #","count":1.5"#, #","count":[]"#,
  ])
  func `a count that is missing or no number is told, and the posts are read`(
    _ count: String
  ) throws {
    let folder = try TestFolder()
    try folder.write(XFile.list("tweets", XFile.tweet(1, "Hello")), to: "data/tweets.js")
    try folder.write(
      """
      window.__THAR_CONFIG = {"userInfo":{"userName":"force"},
      "dataTypes":{"tweets":{"files":[{"fileName":"data/tweets.js","globalName":"x"\(count)}]}}}
      """, to: "data/manifest.js")
    let read = try ReadArchive(XArchiveReader(folder: folder.url.path))
    #expect(read.texts == ["Hello"])
    #expect(read.codes == ["no-count"])
    #expect(read.complaints.first?.file.hasSuffix("data/tweets.js") == true)
    #expect(read.complaints.first?.message.contains("could not be checked") == true)
  }
}
