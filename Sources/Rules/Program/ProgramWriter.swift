extension RuleProgram {
  /// The program in its compact form: lines of fields, delimited by tabs, in UTF-8.
  ///
  /// Each line begins with a letter for its kind. A back quote escapes: `` `t `` is a tab, `` `n `` a
  /// newline, `` `r `` a carriage return and two back quotes are one. ``init(serialised:)`` reads it.
  package func serialised() -> String {
    var writer = ProgramWriter()
    writer.write(self)
    return writer.output
  }
}

/// Writes programs line by line.
private struct ProgramWriter {
  private(set) var output = ""

  mutating func write(_ program: RuleProgram) {
    line(ProgramFormat.signature)
    manifest(program.manifest)
    for calendar in program.calendars { self.calendar(calendar) }
    for pattern in program.patterns { self.pattern(pattern) }
    for rule in program.rules { self.rule(rule) }
    line("E", String(program.patterns.count), String(program.rules.count))
  }

  private mutating func manifest(_ manifest: PackManifest) {
    let scoring = manifest.scoring
    line(
      "M", manifest.id, manifest.version, manifest.title, String(manifest.engine),
      String(scoring.advice), String(scoring.caution), String(scoring.serious),
      String(scoring.stop), String(scoring.review), String(scoring.hold))
    for category in manifest.categories {
      line(
        "C", category.id, category.title, category.family, category.severity.rawValue,
        String(category.cap), category.cautionReviews ? "1" : "0", category.why ?? "",
        category.ask ?? "", category.references.joined(separator: " "))
    }
    for reference in manifest.references {
      line("F", reference.id, reference.title, reference.edition ?? "", reference.url ?? "")
    }
  }

  private mutating func calendar(_ calendar: Calendar) {
    line("K", calendar.id, calendar.title, calendar.source)
    for period in calendar.periods {
      line("D", period.from, period.to, period.nations.joined(separator: " "), period.what)
    }
  }

  private mutating func pattern(_ pattern: PatternSpec) {
    let trigger = pattern.isTrigger ? "t" : "-"
    let readings = String(pattern.readings.rawValue)
    switch pattern.body {
    case .expression(let expression):
      let validators = expression.validators.map { $0.validator.rawValue + ":" + ($0.group ?? "") }
      line(
        "P", trigger, readings, expression.isCaseless ? "i" : "-",
        validators.joined(separator: " "), expression.source)
    case .anyOf(let items):
      line("U", trigger, readings, items.map(String.init).joined(separator: " "))
    case .near(let near):
      line(
        "N", trigger, readings, near.items.map(String.init).joined(separator: " "),
        String(near.within), (near.isOrdered ? "o" : "-") + (near.crossesSentences ? "x" : "-"))
    }
  }

  private mutating func rule(_ rule: RuleSpec) {
    let card = rule.card
    line(
      "R", card.id, card.title, card.category, card.severity?.rawValue ?? "",
      String(card.confidence), ProgramFormat.sign(of: card.status) + (card.isSensitive ? "s" : "-"),
      OwnValueKind.allCases.filter(rule.spares.contains).map(\.rawValue).joined(separator: " "))
    let words = card.words
    line(
      "W", words.readsAs, words.why, words.advice, words.ask ?? "", words.question ?? "",
      words.references.joined(separator: " "))
    if !words.suggestions.isEmpty { lineOf("S", words.suggestions) }
    for alternative in rule.alternatives {
      line(
        "A", alternative.trigger.map(String.init) ?? "", String(alternative.atLeast),
        alternative.severity?.rawValue ?? "", String(alternative.confidence),
        ProgramFormat.tokens(of: .all(alternative.rest)))
    }
    for kind in rule.kinds { line("I", kind.name, ProgramFormat.tokens(of: kind.test)) }
    for (kind, conditions) in [
      ("when", rule.when), ("unless", rule.unless), ("weaker", rule.weaker),
      ("stronger", rule.stronger),
    ] {
      for condition in conditions {
        line(
          "Q", kind, ProgramFormat.text(of: condition.reach), condition.side.rawValue,
          condition.to?.rawValue ?? "", condition.name, ProgramFormat.tokens(of: condition.test))
      }
    }
  }

  private mutating func line(_ fields: String...) {
    output += fields.map(Self.escaped).joined(separator: "\t") + "\n"
  }

  private mutating func lineOf(_ kind: String, _ fields: [String]) {
    output += ([kind] + fields).map(Self.escaped).joined(separator: "\t") + "\n"
  }

  private static func escaped(_ field: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in field.unicodeScalars {
      switch scalar {
      case "`": escaped.append(contentsOf: "``".unicodeScalars)
      case "\t": escaped.append(contentsOf: "`t".unicodeScalars)
      case "\n": escaped.append(contentsOf: "`n".unicodeScalars)
      case "\r": escaped.append(contentsOf: "`r".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
