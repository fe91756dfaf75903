import JSON
import Reports
import Rules

/// Writes the rules in force as JSON.
struct RuleListing {
  /// The rules.
  let rules: ActiveRules

  /// One object with the pack and an array of its rules, and a line end.
  func json() -> [UInt8] {
    let manifest = rules.program.manifest
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "tweetlint.rules/1")
      writer.member("pack", manifest.id)
      writer.member("version", manifest.version)
      writer.member("sha256", rules.sha256)
      writer.member("rules", of: rules.program.cards) { writer, card in
        writer.object { write(card, to: &$0) }
      }
    }
    return writer.bytes.array + [UInt8(ascii: "\n")]
  }

  private func write(_ card: RuleCard, to writer: inout JSONWriter) {
    writer.member("id", card.id)
    writer.member("title", card.title)
    writer.member("category", card.category)
    writer.member("severity", card.status == .observed ? nil : card.status.weight(card.severity))
    writer.member("confidence", hundredths: card.confidence)
    writer.member("status", card.status.rawValue)
    writer.member("sensitive", card.isSensitive)
    writer.member("enabled", !rules.disabled.contains(card.id))
    let words = card.words.inGeneral
    writer.member("reads_as", words.readsAs)
    writer.member("why", card.words.why)
    writer.member("advice", words.advice)
    writer.member("suggestions", card.words.suggestions)
    writer.member("ask", card.words.ask)
    writer.member("question", card.words.question)
    writer.member("references", card.words.references)
  }
}
