import JSON
import Rules

/// Writes what a log says of the program and of its rules.
struct DriverWriter {
  /// The pack that was used.
  let manifest: PackManifest
  /// The SHA-256 of the rules in their compact form, in hexadecimal digits.
  let rulesSHA256: String
  /// The version of the program.
  let toolVersion: String
  /// The rules that results point at, in the order in which they are counted.
  let cards: [RuleCard]

  /// Writes the member `tool`.
  func write(to writer: inout JSONWriter) {
    writer.member("tool") { writer in
      writer.member("driver") { writer in
        writer.member("name", "TweetLint")
        writer.member("version", toolVersion)
        writer.member("rules", of: cards) { writer, card in
          writer.object { write(card, to: &$0) }
        }
        writer.member("properties") { writer in
          writer.member("pack", manifest.id)
          writer.member("packVersion", manifest.version)
          writer.member("packSha256", rulesSHA256)
        }
      }
    }
  }

  private func write(_ card: RuleCard, to writer: inout JSONWriter) {
    writer.member("id", card.id)
    writer.member("shortDescription") { $0.member("text", card.title) }
    writer.member("fullDescription") { $0.member("text", card.words.inGeneral.readsAs) }
    writer.member("help") { $0.member("text", help(of: card)) }
    writer.member("defaultConfiguration") { writer in
      writer.member("level", card.severity.map(ResultWriter.level) ?? "none")
    }
    writer.member("properties") { writer in
      writer.member("category", card.category)
      writer.member("tags", [card.category])
    }
  }

  private func help(of card: RuleCard) -> String {
    var lines = [card.words.why, card.words.inGeneral.advice]
    lines += card.words.suggestions.map { "Try: “\($0)”" }
    lines += card.words.ask.map { ["Ask: \($0)"] } ?? []
    let references = manifest.works(citedBy: card).map(\.title)
    if !references.isEmpty {
      lines.append("See: " + references.joined(separator: "; "))
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension PackManifest {
  /// The works that a rule cites, each with its id and its title; an id that is not listed stands for itself.
  func works(citedBy card: RuleCard) -> [(id: String, title: String)] {
    card.words.references.map { id in
      (id, references.first { $0.id == id }?.title ?? id)
    }
  }
}
