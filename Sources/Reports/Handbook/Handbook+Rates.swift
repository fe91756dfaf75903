import Rules

extension Handbook {
  /// Writes how often a rule speaks.
  func writeRate(of rule: Rule, among rates: RuleRates, to page: inout HTMLWriter) {
    heading("How often it speaks", to: &page)
    guard let rate = rates.rules.first(where: { $0.rule == rule.id }) else {
      page.element("p", text: "Not measured.")
      return
    }
    page.element("p", text: Self.words(of: rate))
  }

  private static func words(of rate: RuleRates.Rate) -> String {
    let ordinary = Wording.count(rate.ordinary, "ordinary post", "ordinary posts")
    return "In \(ordinary) it found something in \(Wording.grouped(rate.flagged)), "
      + "\(rate.perThousand) in a thousand (with 95 % confidence between \(rate.low) and "
      + "\(rate.high)), and sent \(Wording.grouped(rate.review)) to review or further. "
      + "Of the risky posts it found the risk that they are labelled with in "
      + "\(Wording.grouped(rate.riskyRight)), and another in \(Wording.grouped(rate.riskyOther))."
  }

  /// Writes the rates of all rules.
  func writeRates(_ rates: RuleRates, to page: inout HTMLWriter) {
    if rates.sha256 != edition.sha256 {
      page.element("p", ["class": "warning"]) { page in
        page.element("strong", text: "These rates were measured with other rules: ")
        page.text("\(rates.pack) \(rates.version), SHA-256 \(rates.sha256).")
      }
    }
    page.element(
      "p",
      text: """
        Ordinary posts are posts in which a careful reader saw no risk: what a rule finds there is a false alarm, or \
        something that the reader passed over. Risky posts are labelled with the risks that they hold.
        """)
    table(
      "What was measured on", ["Set", "Posts", "SHA-256"],
      rates.sets.map { [$0.name, Wording.grouped($0.posts), $0.sha256] }, to: &page)
    let known = Dictionary(
      rates.rules.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
    table(
      "How often each rule speaks",
      [
        "Rule", "Ordinary posts", "Found in", "Sent to review", "In a thousand", "Between", "And",
        "Risky: as labelled", "Risky: otherwise",
      ],
      pack.rules.map { rule in
        guard let rate = known[rule.id] else {
          return [rule.id] + Array(repeating: "not measured", count: 8)
        }
        return [
          rule.id, Wording.grouped(rate.ordinary), Wording.grouped(rate.flagged),
          Wording.grouped(rate.review), rate.perThousand, rate.low, rate.high,
          Wording.grouped(rate.riskyRight), Wording.grouped(rate.riskyOther),
        ]
      }, to: &page)
  }
}
