import JSON
import Reports
import Rules

/// Findings that a person called wrong, as examples that a rule must leave alone: YAML to paste into rule files.
package struct PassesExport {
  /// The file.
  package let bytes: [UInt8]
  /// The examples in it.
  package private(set) var count = 0
  /// Those of them in which words are hidden.
  package private(set) var hidden = 0
  /// The findings whose text cannot be written as an example, since it holds the signs that mark words in one.
  package private(set) var unwritable = 0

  /// Takes the findings; the same text counts once for each rule.
  package init(_ items: [ReviewItem]) {
    var groups: [String: [ReviewItem]] = [:]
    for item in items { groups[item.key.rule, default: []].append(item) }
    var output = Bytes()
    output.append("# Posts that rules should leave alone, as people judged.\n")
    output.append(
      "# Paste the lines below `passes:` under `examples: passes:` of the rule's file.\n")
    let sorted = groups.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (rule, items) in sorted {
      output.append("\n\(Self.key(rule)):\n  passes:\n")
      var lines: Set<[UInt8]> = []
      for item in items {
        let example = PassExample(item.post)
        guard lines.insert(Array(example.line.utf8)).inserted else { continue }
        for note in example.notes { output.append("    # \(note)\n") }
        output.append("    \(example.isWritable ? "" : "# ")- \(example.line)\n")
        hidden += example.isHidden ? 1 : 0
        if example.isWritable { count += 1 } else { unwritable += 1 }
      }
    }
    bytes = output.array
  }

  /// A rule's id as it is, or in quotes when a result names what can be no id.
  private static func key(_ rule: String) -> String {
    Identifier.isValid(rule) ? rule : PassExample.quoted(rule)
  }
}

/// A post as one example.
private struct PassExample {
  /// The example as YAML, in one line.
  let line: String
  /// True when a bullet stands for something hidden.
  let isHidden: Bool
  /// False when the text holds the signs that mark words in an example.
  let isWritable: Bool
  /// True when the result does not tell the post's own text.
  private let isWithoutText: Bool

  init(_ post: AuditedPost) {
    let texts = post.shown.map(\.text)
    isHidden = texts.contains { $0.unicodeScalars.contains("•") }
    isWritable = !texts.contains { text in
      zip(text.utf8, text.utf8.dropFirst()).contains { first, second in
        first == second && (first == UInt8(ascii: "[") || first == UInt8(ascii: "]"))
      }
    }
    let own = post.shown.first { $0.part == "text" }?.text
    isWithoutText = own == nil
    let others = post.shown.filter { $0.part != "text" }
    line = others.isEmpty ? Self.quoted(own ?? "") : Self.mapping(own ?? "", others)
  }

  /// What who pastes it should know.
  var notes: [String] {
    var notes: [String] = []
    if isHidden {
      notes.append("Bullets stand for words that are hidden: put made-up words in their place.")
    }
    if isWithoutText { notes.append("The result does not tell the post's own text: fill it in.") }
    if !isWritable { notes.append("An example cannot hold two brackets in a row: reword it.") }
    return notes
  }

  private static func mapping(_ own: String, _ others: [AuditedPost.ShownPart]) -> String {
    var members = ["text: " + quoted(own)]
    for name in ["reply_to", "quote"] {
      if let part = others.first(where: { $0.part == name }) {
        members.append("\(name): " + quoted(part.text))
      }
    }
    let thread = others.filter { $0.part.utf8.starts(with: "thread".utf8) }
    if !thread.isEmpty {
      members.append("thread: [" + thread.map { quoted($0.text) }.joined(separator: ", ") + "]")
    }
    let media = others.filter { $0.part.utf8.starts(with: "media".utf8) }
    if !media.isEmpty {
      let pictures = media.map { "{alt: " + quoted($0.text) + "}" }
      members.append("media: [" + pictures.joined(separator: ", ") + "]")
    }
    return "{" + members.joined(separator: ", ") + "}"
  }

  /// A text in double quotes; what JSON makes of one means the same in YAML, but for the few signs that YAML wants escaped
  /// as well.
  static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    var quoted = String.UnicodeScalarView()
    for scalar in writer.bytes.string.unicodeScalars {
      switch scalar.value {
      case 0xFEFF, 0xFFFE, 0xFFFF:
        quoted.append(contentsOf: "\\u\(String(scalar.value, radix: 16))".unicodeScalars)
      default: quoted.append(scalar)
      }
    }
    return String(quoted)
  }
}
