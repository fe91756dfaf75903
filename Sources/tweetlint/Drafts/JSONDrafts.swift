import PostText
import Reports
import Rules

/// Reads drafts written as JSON: one object, or several one after another, as in JSON Lines.
struct JSONDrafts {
  /// The reader of the input.
  let reader: DraftReader

  /// The drafts in the order of the input; after a broken one, reading goes on at the next line that begins an object.
  func drafts(in bytes: [UInt8]) -> [ReadDraft] {
    var drafts: [ReadDraft] = []
    var parser = JSONParser(bytes, file: reader.name)
    while parser.skipToValue() {
      let record = LoadRecord()
      do throws(JSONParser.Fault) {
        let value = try parser.value()
        drafts.append(draft(of: value, record: record, bytes: bytes))
      } catch {
        remember(bytes, in: record)
        record.report(.notYAML, at: error.place, error.message)
        var draft = ReadDraft(record.sortedProblems)
        if case .failure(var failure) = draft.outcome {
          failure.code = "not-json"
          draft.outcome = .failure(failure)
        }
        drafts.append(draft)
        parser.skipToNextObject()
      }
    }
    return drafts
  }

  private func draft(of value: YAMLValue, record: LoadRecord, bytes: [UInt8]) -> ReadDraft {
    var read = Draft("")
    var places: [PartName: PartPlace] = [:]
    let fields = DraftFields(record: record, ruleIDs: reader.ruleIDs)
    if let mapping = fields.read(
      value, "a draft", extraKeys: ["id", "text", "thread"], into: &read, &places)
    {
      read.id = mapping.value("id").flatMap { id in
        // Numbers are common as identifiers and are kept digit by digit.
        id.scalar?.kind == .integer ? id.scalar?.text : record.string(id, "`id`")?.value
      }
      if let text = mapping.value("text") {
        read.text = record.string(text, "`text`", mayBeEmpty: true)?.value ?? ""
        places[.text] = PartPlace(text)
      } else if read.media.isEmpty {
        mapping.reportMissing("text", hint: "It holds the words of the post.")
      }
      for (number, post) in mapping.strings("thread").enumerated() {
        read.thread.append(post.value)
        places[.thread(number + 1)] = PartPlace(
          line: post.place.line, column: post.place.column, utf8: 0, utf16: 0,
          isVerbatim: false)
      }
    }
    guard record.sortedProblems.isEmpty else {
      // Faults are rare; only then are the lines of the input needed, and everything is read once more.
      let again = LoadRecord()
      remember(bytes, in: again)
      for problem in record.sortedProblems {
        again.report(
          problem.code, at: problem.place, problem.message, hint: problem.hint,
          width: problem.width)
      }
      return ReadDraft(again.sortedProblems, id: read.id)
    }
    return ReadDraft(read, places: places)
  }

  private func remember(_ bytes: [UInt8], in record: LoadRecord) {
    record.add(PackFile(path: reader.name, bytes: bytes))
  }
}
