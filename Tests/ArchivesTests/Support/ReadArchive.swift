import Archives
import PostText
import Testing

/// All that a reader gives, decoded.
struct ReadArchive {
  var records: [ArchiveRecord] = []
  var places: [ArchivePlace] = []
  var complaints: [ArchiveComplaint] = []

  /// Reads to the end.
  init(_ reader: any ArchiveReader) throws {
    let scratch = try #require(DecodingScratch())
    while let event = reader.next() {
      switch event {
      case .unit(let unit):
        let found = unit.records(scratch)
        #expect(!found.isEmpty)
        records += found
        places += found.map { _ in unit.place }
      case .complaint(let complaint): complaints.append(complaint)
      }
    }
    if reader.next() != nil { Issue.record("something follows the end") }
  }

  var posts: [ArchivedPost] {
    records.compactMap { if case .post(let post) = $0 { post } else { nil } }
  }

  var texts: [String] { posts.map(\.draft.text) }

  /// The codes of the records that failed.
  var failures: [String] {
    records.compactMap { if case .failed(let failure, _) = $0 { failure.code } else { nil } }
  }

  /// The reasons of the records that were left out.
  var skipped: [SkipReason] {
    records.compactMap { if case .skipped(let reason, _) = $0 { reason } else { nil } }
  }

  /// The codes of the complaints.
  var codes: [String] { complaints.map(\.code) }
}

/// Texts of files of an X archive.
enum XFile {
  /// A tweet in its wrapper; members are JSON, such as `"lang":"en"`.
  static func tweet(_ id: Int, _ text: String, _ members: String...) -> String {
    "{\"tweet\":{\(bare(id, text, members))}}"
  }

  /// The members of a tweet.
  static func bare(_ id: Int, _ text: String, _ members: [String] = []) -> String {
    let time = members.contains { $0.utf8.starts(with: "\"created_at\"".utf8) } ? [] : [time("11")]
    return
      (["\"id_str\":\"\(id)\"", "\"id\":\"\(id)\"", "\"full_text\":\"\(text)\""] + time + members)
      .joined(separator: ",")
  }

  /// The time of a tweet.
  static func time(_ second: String) -> String {
    "\"created_at\":\"Sat Feb 18 12:33:\(second) +0000 2023\""
  }

  /// A note in its wrapper.
  static func note(_ id: Int, _ text: String, second: String = "11", urls: String = "") -> String {
    """
    {"noteTweet":{"noteTweetId":"\(id)","createdAt":"2023-02-18T12:33:\(second).123Z",
    "core":{"text":"\(text)","urls":[\(urls)]}}}
    """
  }

  /// A file that assigns a list.
  static func list(_ variable: String, _ records: String...) -> String {
    "window.YTD.\(variable).part0 = [\n" + records.joined(separator: ",\n") + "\n]"
  }

  /// A manifest that names files with their counts.
  static func manifest(_ files: (String, Int)..., isPartial: Bool = false) -> String {
    let entries = files.map { #"{"fileName":"data/\#($0.0)","globalName":"x","count":"\#($0.1)"}"# }
    return """
      window.__THAR_CONFIG = {"userInfo":{"accountId":"1","userName":"force"},
      "archiveInfo":{"isPartialArchive":\(isPartial)},
      "dataTypes":{"tweets":{"files":[\(entries.joined(separator: ","))]}}}
      """
  }
}
