package import PostText
import Reports
package import Rules

/// Reads drafts written as JSON: one object, several one after another, as in JSON Lines, or an array of them.
package struct JSONDrafts {
  /// The reader of the input.
  let reader: DraftReader

  /// Takes the reader of the input.
  package init(reader: DraftReader) {
    self.reader = reader
  }

  /// The drafts in the order of the input; after a broken one, reading goes on at the next line that begins an object.
  package func drafts(in bytes: [UInt8]) -> [ReadDraft] {
    drafts(in: bytes, furtherKeys: []) { _, _, _ in }.map(\.read)
  }

  /// The drafts with what a caller reads from keys of its own; that is `nil` where there is no object.
  ///
  /// An array is a fault where `takesArrays` is false, and otherwise holds drafts.
  package func drafts<Further>(
    in bytes: [UInt8], furtherKeys: [String], takesArrays: Bool = true,
    further: (MappingReader, LoadRecord, inout Draft) -> Further
  ) -> [(read: ReadDraft, further: Further?)] {
    var drafts: [(read: ReadDraft, further: Further?)] = []
    var parser = JSONParser(bytes, file: reader.name)
    while parser.skipToValue() {
      let start = parser
      do throws(JSONParser.Fault) {
        let value = try parser.value()
        for item in takesArrays ? Self.items(of: value) : [value] {
          drafts.append(draft(of: item, LoadRecord(), furtherKeys, further))
        }
      } catch {
        let record = LoadRecord()
        record.report(.notJSON, at: error.place, error.message)
        drafts.append((ReadDraft(record.sortedProblems), nil))
        // A line that lacks its end may have taken in the ones below it.
        parser = start
        parser.skipToNextObject()
      }
    }
    return Self.withLines(drafts, of: bytes)
  }

  private func draft<Further>(
    of value: YAMLValue, _ record: LoadRecord, _ furtherKeys: [String],
    _ further: (MappingReader, LoadRecord, inout Draft) -> Further
  ) -> (read: ReadDraft, further: Further?) {
    var read = Draft("")
    var places: [PartName: PartPlace] = [:]
    var more: Further?
    let fields = DraftFields(record: record, ruleIDs: reader.ruleIDs)
    if let mapping = fields.read(
      value, "a draft", extraKeys: ["id", "text", "thread"] + furtherKeys, into: &read, &places)
    {
      readText(mapping, record, into: &read, &places)
      more = further(mapping, record, &read)
    }
    let problems = record.sortedProblems
    return (
      problems.isEmpty ? ReadDraft(read, places: places) : ReadDraft(problems, id: read.id), more
    )
  }

  private static func items(of value: YAMLValue) -> [YAMLValue] {
    if case .sequence(let items) = value.content { items } else { [value] }
  }

  private func readText(
    _ mapping: MappingReader, _ record: LoadRecord, into draft: inout Draft,
    _ places: inout [PartName: PartPlace]
  ) {
    draft.id = mapping.value("id").flatMap { id in
      // Numbers are common as identifiers and are kept digit by digit.
      id.scalar?.kind == .integer ? id.scalar?.text : record.string(id, "`id`")?.value
    }
    if let text = mapping.value("text") {
      draft.text = record.string(text, "`text`", mayBeEmpty: true)?.value ?? ""
      places[.text] = PartPlace(text)
    } else if draft.media.isEmpty {
      mapping.reportMissing("text", hint: "It holds the words of the post.")
    }
    for (number, post) in mapping.strings("thread").enumerated() {
      draft.thread.append(post.value)
      places[.thread(number + 1)] = PartPlace(post)
    }
  }

  /// Faults are rare; only when there are some are the lines of the input needed, and then once for all.
  private static func withLines<Further>(
    _ drafts: [(read: ReadDraft, further: Further?)], of bytes: [UInt8]
  ) -> [(read: ReadDraft, further: Further?)] {
    guard drafts.contains(where: { !$0.read.problems.isEmpty }) else { return drafts }
    let lines = ByteLines(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    return drafts.map { draft in
      var draft = draft
      for index in draft.read.problems.indices {
        let line = draft.read.problems[index].place.line - 1
        guard lines.ranges.indices.contains(line) else { continue }
        draft.read.problems[index].line = String(
          decoding: lines.bytes[lines.ranges[line]], as: UTF8.self)
      }
      return draft
    }
  }
}
