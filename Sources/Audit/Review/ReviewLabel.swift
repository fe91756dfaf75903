import JSON
import Reports

/// An answer on its way to the file of labels: one line of JSON.
package struct ReviewLabel: Sendable, Equatable {
  /// The post's identifier, for people who read the file.
  package var id: String?
  /// The finding.
  package var key: ReviewKey
  /// What a person says of it.
  package var answer: ReviewAnswer

  /// Pairs a finding with an answer.
  package init(id: String?, key: ReviewKey, answer: ReviewAnswer) {
    self.id = id
    self.key = key
    self.answer = answer
  }

  /// The line, with its line end.
  package func rendered() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("id", id)
      writer.member("rule", key.rule)
      writer.member("part", key.part)
      writer.member("span", of: [key.span.lowerBound, key.span.upperBound]) { $0.number($1) }
      writer.member("text_sha256", key.textSHA256)
      writer.member("answer", answer.rawValue)
    }
    return writer.bytes.array + [UInt8(ascii: "\n")]
  }

  /// Whether some bytes are the beginning of a line of a label, and not all of another line.
  package static func isCut(_ bytes: [UInt8]) -> Bool {
    let start = Array("{\"id\":".utf8)
    guard bytes.starts(with: start.prefix(bytes.count)) else { return false }
    return (try? JSONDocument()?.parse(bytes)) == nil
  }
}

/// Reads labels back, one line after another.
package struct ReviewLabelReader {
  /// Why a line is no label.
  package struct Fault: Error, Equatable {
    /// What is wrong, in one sentence.
    package let message: String
  }

  private let document: JSONDocument

  /// Makes a reader; fails when there is no memory.
  package init?() {
    guard let document = JSONDocument() else { return nil }
    self.document = document
  }

  /// The label of a line.
  package func label(_ line: some Collection<UInt8>) throws(Fault) -> ReviewLabel {
    let value: JSONValue
    do throws(JSONDocument.Fault) {
      value = try document.parse(line)
    } catch {
      throw Fault(message: "It is no label: \(error.message)")
    }
    let span = (value["span"]?.elements ?? []).compactMap(\.integer)
    guard let rule = value["rule"]?.string, let part = value["part"]?.string,
      let digest = value["text_sha256"]?.string, span.count == 2, 0 <= span[0], span[0] <= span[1]
    else {
      throw Fault(message: "A label has a rule, a part, a span and a text_sha256.")
    }
    guard let answer = value["answer"]?.string.flatMap(ReviewAnswer.init) else {
      throw Fault(message: "The answer of a label is right, wrong or unsure.")
    }
    let id = value["id"]?.string
    return ReviewLabel(
      id: id,
      key: ReviewKey(
        textSHA256: digest, rule: rule, part: part, span: span[0]..<span[1], id: id),
      answer: answer)
  }
}
