import Reports
import Rules

/// The words on one rule for people.
struct RulePage {
  /// The rule.
  let rule: Rule
  /// The manifest of its pack.
  let manifest: PackManifest

  /// The page, each line safe to print.
  func text() -> String {
    var lines: [String] = ["\(rule.id): \(rule.title)", ""]
    let category = manifest.categories.first { $0.id == rule.category }?.title ?? rule.category
    lines += field("category", category)
    if rule.status != .observed {
      let weight = rule.status.weight(rule.severity)
      lines += field("severity", "\(weight), \(rule.confidence) % sure")
    }
    lines += field("status", status)
    lines += field("reads as", rule.words.inGeneral.readsAs)
    lines += field("why", rule.words.why)
    lines += field("instead", rule.words.inGeneral.advice)
    lines += rule.words.suggestions.flatMap { field("try", "“\($0)”") }
    lines += field("ask", rule.words.ask ?? "")
    lines += field("question", rule.words.question ?? "")
    for id in rule.words.references {
      let work = manifest.references.first { $0.id == id }
      lines += field(
        "see", [work?.title ?? id, work?.url].compactMap { $0 }.joined(separator: ", "))
    }
    for published in rule.evidence {
      lines += field(
        "evidence", [published.what, published.url].compactMap { $0 }.joined(separator: ", "))
    }
    lines += examples("Finds", rule.flags) + examples("Leaves alone", rule.passes)
    return lines.map { TerminalText.shown($0) + "\n" }.joined()
  }

  private var status: String {
    switch rule.status {
    case .live: "live"
    case .trial: "on trial: reported apart, never counted"
    case .observed: "observed: counted in audits, never shown on a post"
    }
  }

  private func field(_ label: String, _ text: String) -> [String] {
    let padding = String(repeating: " ", count: max(0, 10 - label.utf8.count))
    var start = label + padding
    return TerminalText.wrapped(text, width: 70).map { line in
      defer { start = String(repeating: " ", count: 10) }
      return start + line
    }
  }

  private func examples(_ title: String, _ examples: [Example]) -> [String] {
    guard !examples.isEmpty else { return [] }
    return ["", title]
      + examples.flatMap { example in
        var start = "  • "
        return TerminalText.wrapped(example.text, width: 76).map { line in
          defer { start = "    " }
          return start + line
        }
      }
  }
}
