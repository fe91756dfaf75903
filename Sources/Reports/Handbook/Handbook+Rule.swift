import Rules

extension Handbook {
  /// Writes one rule.
  func write(_ rule: Rule, of category: Rules.Category, to page: inout HTMLWriter) {
    let id = "rule-\(rule.id)"
    let weight = rule.status.weight(rule.severity)
    page.element(
      "article",
      [
        "class": "rule", "id": id, "data-severity": weight, "aria-labelledby": "\(id)-title",
      ]
    ) { page in
      page.element("h5", ["id": "\(id)-title"], text: rule.title)
      page.element("p", ["class": "tags"]) { page in
        page.element("a", ["class": "id", "href": "#\(id)"]) { $0.element("code", text: rule.id) }
        badge(weight, weight, to: &page)
        if rule.status != .observed {
          badge(rule.status.rawValue, rule.status == .trial ? "on trial" : "live", to: &page)
        }
        if rule.isSensitive { badge("plain", "found words are hidden", to: &page) }
        if edition.disabled.contains(rule.id) {
          badge("plain", "switched off by settings", to: &page)
        }
      }
      page.element("p", ["class": "effect"], text: effect(of: rule, in: category))
      writeMatch(of: rule, to: &page)
      writeSilence(of: rule, to: &page)
      writeShifts(of: rule, to: &page)
      if rule.status != .observed { writeAdvice(of: rule, to: &page) }
      writeSupport(of: rule, to: &page)
      writeExamples(of: rule, to: &page)
      if let rates, rule.status != .observed { writeRate(of: rule, among: rates, to: &page) }
    }
  }

  private func badge(_ kind: String, _ text: String, to page: inout HTMLWriter) {
    page.text(" ")
    page.badge(kind, text)
  }

  private func effect(of rule: Rule, in category: Rules.Category) -> String {
    if rule.status == .observed {
      return
        "Audits count the posts in which it is found. It is never shown on a post and weighs nothing."
    }
    guard let severity = rule.severity else {
      return rule.match.contains { $0.severity != nil }
        ? "It asks what a person has to answer, and finds only what has a severity below."
        : "It finds nothing by itself: it only asks what a person has to answer."
    }
    let points = (pack.manifest.scoring.points(of: severity) * rule.confidence + 50) / 100
    let trial =
      rule.status == .trial
      ? " While the rule is on trial, what it finds is reported apart and never counted." : ""
    return Self.effect(of: severity, alone: category.cautionReviews)
      + " A match is taken as \(rule.confidence) % sure: "
      + Wording.count(points, "point", "points") + "." + trial
  }

  // MARK: - What is looked for

  private func writeMatch(of rule: Rule, to page: inout HTMLWriter) {
    let words = MatcherWords(handbook: self)
    heading("What it looks for", to: &page)
    if rule.match.count > 1 {
      page.element("p", text: "Any of these is enough; the strongest counts, once.")
    }
    page.element("ul", ["class": "logic"]) { page in
      for alternative in rule.match {
        let weights = [
          alternative.severity.map { "as \($0.rawValue)" },
          alternative.confidence.map { "\($0) % sure" },
        ].compactMap { $0 }
        let tail = weights.isEmpty ? "" : " (\(weights.joined(separator: ", ")))"
        page.element("li") { words.write(alternative.matcher, tail: tail, to: &$0) }
      }
    }
    if !rule.when.isEmpty {
      page.element("p", text: "And only when all of this holds:")
      conditions(rule.when, to: &page)
    }
  }

  private func writeSilence(of rule: Rule, to page: inout HTMLWriter) {
    heading("When it stays quiet", to: &page)
    if rule.unless.isEmpty {
      page.element("p", text: "Nothing silences it.")
    } else {
      conditions(rule.unless, to: &page)
    }
  }

  private func writeShifts(of rule: Rule, to page: inout HTMLWriter) {
    guard !rule.weaker.isEmpty || !rule.stronger.isEmpty else { return }
    heading("What makes it weaker or stronger", to: &page)
    if !rule.weaker.isEmpty {
      page.element("p", text: "Weaker:")
      conditions(rule.weaker, isRaising: false, to: &page)
    }
    if !rule.stronger.isEmpty {
      page.element("p", text: "Stronger:")
      conditions(rule.stronger, isRaising: true, to: &page)
    }
    if !rule.spares.isEmpty {
      let own = OwnValueKind.allCases.filter(rule.spares.contains).map(Self.words(for:))
      page.element(
        "p",
        text: "It leaves alone what the settings name as the force's own: "
          + own.joined(separator: ", ") + ".")
    }
  }

  private static func words(for kind: OwnValueKind) -> String {
    switch kind {
    case .stations: "stations"
    case .hotlines: "telephone numbers"
    case .handles: "accounts"
    case .emails: "e-mail addresses"
    }
  }

  private func conditions(
    _ conditions: [Condition], isRaising: Bool? = nil, to page: inout HTMLWriter
  ) {
    let words = MatcherWords(handbook: self)
    page.element("ul", ["class": "logic"]) { page in
      for condition in conditions {
        page.element("li") { words.write(condition, isRaising: isRaising, to: &$0) }
      }
    }
  }

  // MARK: - What is said

  private func writeAdvice(of rule: Rule, to page: inout HTMLWriter) {
    let words = rule.words.inGeneral
    heading("What the officer is told", to: &page)
    page.element("div", ["class": "told"]) { page in
      page.element("p") { $0.element("strong", text: words.readsAs) }
      page.element("p", text: words.why)
      page.element("p", text: words.advice)
      for suggestion in words.suggestions {
        page.element("p", text: "Ready-made words: “\(suggestion)”")
      }
      if let question = words.question { page.element("p", text: "It asks: \(question)") }
      if let ask = words.ask { page.element("p", text: "Whom to ask: \(ask)") }
    }
  }

  private func writeSupport(of rule: Rule, to page: inout HTMLWriter) {
    guard !rule.words.references.isEmpty || !rule.evidence.isEmpty else { return }
    heading("What it rests on", to: &page)
    page.element("ul") { page in
      for id in rule.words.references {
        page.element("li") { page in
          guard let work = pack.manifest.references.first(where: { $0.id == id }) else {
            return page.text(id)
          }
          write(work, to: &page)
        }
      }
      for published in rule.evidence {
        page.element("li") { page in
          page.text("Case: ")
          link(published.what, to: published.url, page: &page)
        }
      }
    }
  }

  /// Writes a work with its edition.
  func write(_ work: Reference, to page: inout HTMLWriter) {
    link(work.title, to: work.url, page: &page)
    if let edition = work.edition { page.text(" (\(edition))") }
  }

  /// Writes text, as a link when there is an address that a browser may safely follow.
  private func link(_ text: String, to address: String?, page: inout HTMLWriter) {
    guard let address,
      ["https://", "http://"].contains(where: { address.utf8.starts(with: $0.utf8) })
    else { return page.text(text) }
    page.element(
      "a", ["class": "outside", "href": address, "rel": "noreferrer noopener external"],
      text: text)
  }

  /// Writes a heading within a rule.
  func heading(_ title: String, to page: inout HTMLWriter) {
    page.element("h6", text: title)
  }
}
