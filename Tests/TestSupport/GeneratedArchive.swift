package import Foundation

/// A made-up archive as X sends it, printed as X prints it; the same seed gives the same bytes.
package struct GeneratedArchive: Sendable {
  /// The number of tweets.
  package var tweets: Int
  /// What decides everything that is made up.
  package var seed: UInt64
  /// The tweets of one file; further files are its parts.
  package var tweetsAPart = 1_000_000

  /// Describes an archive.
  package init(tweets: Int, seed: UInt64 = 1) {
    self.tweets = tweets
    self.seed = seed
  }

  /// The name of the account.
  package static let account = "ExamplePolice"

  /// The number of tweets whose text goes on in `note-tweet.js`.
  package var notes: Int { (0..<tweets).count { isLong($0) } }

  // MARK: - Writing

  /// Writes the files of the archive below a folder, in `data`.
  package func write(to folder: URL) throws {
    let data = folder.appendingPathComponent("data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    for name in fileNames {
      let url = data.appendingPathComponent(name)
      _ = FileManager.default.createFile(atPath: url.path, contents: nil)
      let file = try FileHandle(forWritingTo: url)
      try content(of: name) { try file.write(contentsOf: Data($0)) }
      try file.close()
    }
  }

  /// Writes the archive as a zip whose members are not compressed, with ZIP64 records when they are needed.
  package func writeZip(to url: URL) throws {
    let zip = try ZipWriter(url, isWide: tweets > 1_000_000)
    for name in fileNames {
      var bytes: [UInt8] = []
      try content(of: name) { bytes += $0 }
      var member = ZipWriter.Member("data/" + name, bytes)
      member.isWide = tweets > 1_000_000
      try zip.add(member)
    }
    try zip.finish()
  }

  private var parts: Int { max(1, (tweets + tweetsAPart - 1) / tweetsAPart) }

  private var fileNames: [String] {
    ["manifest.js", "account.js"] + (0..<parts).map(partName) + (notes > 0 ? ["note-tweet.js"] : [])
  }

  private func partName(_ part: Int) -> String {
    part == 0 ? "tweets.js" : "tweets-part\(part).js"
  }

  private func range(_ part: Int) -> Range<Int> {
    part * tweetsAPart..<min(tweets, (part + 1) * tweetsAPart)
  }

  /// Gives the bytes of a file piece by piece.
  private func content(of name: String, _ write: ([UInt8]) throws -> Void) throws {
    switch name {
    case "manifest.js": try write(Array(manifest.utf8))
    case "account.js": try write(Array(Self.accountFile.utf8))
    case "note-tweet.js":
      let long = (0..<tweets).filter(isLong)
      try list("YTD.note_tweet.part0", long, write) { note($0) }
    default:
      for part in 0..<parts where partName(part) == name {
        try list("YTD.tweets.part\(part)", range(part), write) { tweet($0) }
      }
    }
  }

  private func list(
    _ variable: String, _ numbers: some Sequence<Int>, _ write: ([UInt8]) throws -> Void,
    _ record: (Int) -> String
  ) throws {
    var text = "window.\(variable) = [\n"
    var isFirst = true
    for number in numbers {
      text += isFirst ? record(number) : ",\n" + record(number)
      isFirst = false
      if text.utf8.count > 1 << 18 {
        try write(Array(text.utf8))
        text = ""
      }
    }
    try write(Array((text + "\n]\n").utf8))
  }

  // MARK: - The front matter

  private var manifest: String {
    let files = (0..<parts).map { part in
      """
              {"fileName" : "data/\(partName(part))", "globalName" : "YTD.tweets.part\(part)", "count" : "\(range(part).count)"}
      """
    }
    let noteType =
      notes == 0
      ? ""
      : """
      ,
          "noteTweet" : {"files" : [
              {"fileName" : "data/note-tweet.js", "globalName" : "YTD.note_tweet.part0", "count" : "\(notes)"}
          ]}
      """
    return """
      window.__THAR_CONFIG = {
        "userInfo" : {"accountId" : "1", "userName" : "\(Self.account)", "displayName" : "Example"},
        "archiveInfo" : {"sizeBytes" : "1", "generationDate" : "2024-05-01T12:00:00.000Z",
          "isPartialArchive" : false, "maxPartSizeBytes" : "53687091200"},
        "dataTypes" : {
          "account" : {"files" : [
            {"fileName" : "data/account.js", "globalName" : "YTD.account.part0", "count" : "1"}
          ]},
          "tweets" : {"mediaDirectory" : "data/tweets_media", "files" : [
      \(files.joined(separator: ",\n"))
          ]}\(noteType)
        }
      }

      """
  }

  private static let accountFile = """
    window.YTD.account.part0 = [
      {
        "account" : {
          "email" : "nobody@example.org",
          "createdVia" : "web",
          "username" : "\(account)",
          "accountId" : "1",
          "createdAt" : "2009-03-04T10:11:12.000Z",
          "accountDisplayName" : "Example"
        }
      }
    ]
    """
}
