import JSON
import Reports

/// Finds out what an input is by its first bytes.
struct FormatDetector {
  private let head: [UInt8]

  /// Takes the first bytes, decompressed.
  init(_ head: [UInt8]) {
    self.head = head
  }

  /// The format; with `isMapped` the user says which columns hold what, so that any table will do.
  func format(isMapped: Bool) throws(ArchiveFailure) -> InputFormat {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { throw .isUTF16 }
    let start = head.drop { $0.isBlank || $0.isMark }
    switch start.first {
    case nil: throw .empty
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return try json(isMapped: isMapped)
    default:
      if XArchiveReader.recognises(head: head) { return .xArchive }
      if CSVReader.recognisesTwarc(head: head) { return .twarcCSV }
      if CSVReader.recognises(head: head) { return .csv }
      // Lines of JSON of which the first says nothing, or is no JSON.
      let line = start.prefix { $0 != .lineFeed }
      if JSONLayout(head) == .lines || line.elementsEqual("null".utf8) {
        return try json(isMapped: isMapped)
      }
      if isMapped { return .csv }
      if let header = CSVReader.unknownHeader(head: head) { throw .noTextColumn(header) }
      throw .unknown
    }
  }

  /// The format of JSON, by the first of its values that tells one; those before it may hold no post.
  private func json(isMapped: Bool) throws(ArchiveFailure) -> InputFormat {
    if isMapped { return .jsonl }
    if XArchiveReader.recognises(head: head) { return .xArchive }
    if MastodonReader.recognises(head: head) != nil { return .mastodon }
    guard let document = JSONDocument() else { throw .unknown }
    var keys: [String] = []
    var isUnread = false
    for piece in firstPieces {
      guard let value = try? document.parse(piece, mendsSurrogates: true) else {
        isUnread = true
        continue
      }
      if let format = try Self.format(of: value) { return format }
      if keys.isEmpty { keys = value.members.map(\.name) }
    }
    // A page or list whose first value is broken, or longer than what is looked at.
    if isUnread {
      if Self.pageKeys.contains(where: head.contains(text:)) { return .xAPI }
      if head.first == UInt8(ascii: "{"), head.contains(text: #""text""#) { return .jsonl }
    }
    throw .unknownKeys(keys)
  }

  private static let pageKeys = [
    #""full_text""#, #""id_str""#, #""edit_history_tweet_ids""#, #""author_id""#, #""statuses""#,
    #""data":["#, #""data": ["#, #""includes":{"#, #""includes": {"#, #""result_count""#,
  ]

  private static func format(of value: JSONValue) throws(ArchiveFailure) -> InputFormat? {
    if XAPIDecoder.recognises(value) { return .xAPI }
    if value["schema"]?.string == JSONReport.schema { throw .isResult }
    // Other exports have a `media`, too, of keys of their own.
    let hasMedia = value["media"]?.elements.contains { medium in
      medium["file"] != nil || medium["alt"] != nil || medium["alt_unknown"] != nil
    }
    return value["text"] != nil || hasMedia == true ? .jsonl : nil
  }

  /// So many values are looked at.
  private static let tries = 64

  /// The first lines, or the first values of a list; what is cut off or broken among them as it stands.
  var firstPieces: [[UInt8]] {
    if JSONLayout(head) == .lines { return head.firstLines(Self.tries).map(Array.init) }
    var splitter = JSONSplitter(BytesSource(head), layout: .values)
    var pieces: [[UInt8]] = []
    while pieces.count < Self.tries, case .element(let bytes, _, _, _) = splitter.next() {
      pieces.append(bytes)
    }
    return pieces
  }
}

extension [UInt8] {
  /// True when a text of ASCII stands somewhere in the bytes.
  fileprivate func contains(text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard count >= wanted.count else { return false }
    return (0...(count - wanted.count)).contains { start in
      self[start] == wanted[0] && self[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}

extension ArchiveFailure {
  /// An input without a byte.
  static let empty = ArchiveFailure(
    code: "empty", message: "It is empty: there is nothing to audit.")
  /// An input that is none of the known formats.
  static let unknown = ArchiveFailure(
    code: "unknown-format",
    message: "It is none of the formats that are found by content. Name one by --input-format: "
      + InputFormat.allCases.dropFirst().map(\.rawValue).joined(separator: ", ")
      + "; of a table or JSON with names of its own, say what holds what: --map text=…,date=…,id=…")
  /// An input in an encoding of two bytes a letter.
  static let isUTF16 = ArchiveFailure(
    code: "not-utf8",
    message:
      "It is UTF-16, as spreadsheets write “Unicode text”. Save it as UTF-8, or turn it into that: "
      + "iconv -f UTF-16 -t UTF-8 FILE.")
  /// An input that an audit wrote itself.
  static let isResult = ArchiveFailure(
    code: "is-result",
    message:
      "It is the result of an audit. `tweetlint audit report` makes a report of it, "
      + "`tweetlint audit review` walks through it.")

  /// JSON with keys that no format has, or without any.
  static func unknownKeys(_ keys: [String]) -> ArchiveFailure {
    let names = keys.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    let found =
      keys.isEmpty ? "its first records have no keys" : "its first record has the keys \(names)"
    return ArchiveFailure(
      code: "unknown-format",
      message: "It is JSON, but of no known format; \(found). If X's interface gave it, say "
        + "--input-format x-api; else say which key holds what: --map text=…,date=…,id=…")
  }
}
