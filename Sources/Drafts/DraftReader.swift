import PostText
package import Reports
import Rules

/// Reads drafts from the bytes of a file: plain text, text with front matter, JSON, or JSON Lines.
package struct DraftReader {
  /// The most bytes that an input may have.
  package static let inputLimit = 16 << 20
  /// The most bytes that one draft may have.
  package static let draftLimit = 1 << 20

  /// The name of the input for messages.
  let name: String
  /// The rules that a draft may set aside; any when it is not known which there are.
  let ruleIDs: [String]?

  /// Takes the name of an input and which rules there are.
  package init(name: String, ruleIDs: [String]?) {
    self.name = name
    self.ruleIDs = ruleIDs
  }

  /// The drafts of an input; at least one, be it a failure.
  package func drafts(in bytes: [UInt8]) -> [ReadDraft] {
    if let failure = ByteSoundness.failure(of: bytes) { return [ReadDraft(failure)] }
    if bytes.allSatisfy(Self.isBlank) { return [ReadDraft(Self.empty)] }
    let drafts = isJSON(bytes) ? JSONDrafts(reader: self).drafts(in: bytes) : [text(bytes)]
    return drafts.isEmpty ? [ReadDraft(Self.empty)] : drafts.map(Self.judged)
  }

  /// The draft of a text that stands for itself: neither front matter nor thread is looked for in it.
  package func draft(of text: String) -> ReadDraft {
    if let failure = ByteSoundness.failure(of: Array(text.utf8)) { return ReadDraft(failure) }
    return Self.judged(ReadDraft(Draft(text), places: [:]))
  }

  private func text(_ bytes: [UInt8]) -> ReadDraft {
    if bytes.count > Self.draftLimit { return ReadDraft(Self.tooLarge) }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let lines = ByteLines(bytes, from: hasMark ? 3 : 0)
    guard let first = lines.ranges.first, lines.isSeparator(first) else {
      return ReadDraft(PostLines(lines: lines, from: 0))
    }
    guard
      let end = lines.ranges.indices.dropFirst().first(where: { index in
        lines.isSeparator(lines.ranges[index])
      })
    else {
      return ReadDraft(
        Record.Failure(
          code: "not-yaml", message: "The front matter has no end: a line `---` is missing.",
          line: 1, column: 1))
    }
    let posts = PostLines(lines: lines, from: end + 1)
    // The line that opens the front matter stays as an empty one, so that places are those of the file.
    let matter =
      [UInt8(ascii: "\n")] + bytes[lines.ranges[1].lowerBound..<lines.ranges[end].lowerBound]
    return withFields(of: matter, posts: posts)
  }

  private func withFields(of matter: [UInt8], posts: PostLines) -> ReadDraft {
    let record = LoadRecord()
    var draft = posts.draft
    var places = posts.places
    guard !matter.allSatisfy(Self.isBlank) else { return ReadDraft(draft, places: places) }
    let file = PackFile(path: name, bytes: matter)
    if let value = record.read(file) {
      DraftFields(record: record, ruleIDs: ruleIDs)
        .read(value, "front matter", extraKeys: [], into: &draft, &places)
    }
    let problems = record.sortedProblems
    return problems.isEmpty ? ReadDraft(draft, places: places) : ReadDraft(problems)
  }

  /// A draft with nothing to read in it, or too much, is a failure.
  package static func judged(_ read: ReadDraft) -> ReadDraft {
    guard case .draft(let draft, _) = read.outcome else { return read }
    let parts =
      [draft.text] + draft.thread + [draft.spoilerText ?? ""] + draft.poll
      + draft.media.compactMap(\.alt)
    let size = parts.reduce(0) { $0 + $1.utf8.count }
    var judged = read
    if size > draftLimit {
      judged.outcome = .failure(tooLarge)
    } else if parts.allSatisfy({ $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }) {
      judged.outcome = .failure(empty)
    }
    return judged
  }

  /// The failure of a draft without text.
  package static let empty = Record.Failure(
    code: "empty", message: "The draft is empty: there is nothing to check.")
  /// The failure of a draft that is over the limit.
  package static let tooLarge = Record.Failure(
    code: "too-large",
    message: "The draft has more than \(draftLimit >> 20) MiB, so it was not checked.")

  /// Whether the file says by its name that it is JSON.
  private var hasJSONName: Bool {
    let name = name.utf8.map { $0 | 0x20 }
    return [".json", ".jsonl", ".ndjson"].contains {
      name.reversed().starts(with: $0.utf8.reversed())
    }
  }

  /// JSON begins with an object, or an array of them, and an object with a key; `{name} was found` is text unless the
  /// file says that it is JSON.
  private func isJSON(_ bytes: [UInt8]) -> Bool {
    if hasJSONName { return true }
    var rest = bytes.drop(while: Self.isBlank)
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3).drop(while: Self.isBlank) }
    if rest.first == UInt8(ascii: "[") { rest = rest.dropFirst().drop(while: Self.isBlank) }
    guard rest.first == UInt8(ascii: "{") else { return false }
    let next = rest.dropFirst().first { !Self.isBlank($0) }
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    [0x09, 0x0A, 0x0D, 0x20].contains(byte)
  }
}

extension ReadDraft {
  fileprivate init(_ posts: PostLines) {
    self.init(posts.draft, places: posts.places)
  }
}
