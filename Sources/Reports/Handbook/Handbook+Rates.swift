import RiskEngine
import Rules

extension Handbook {
  /// Writes how often a rule speaks.
  func writeRate(of rule: Rule, among rates: RuleRates, to page: inout HTMLWriter) {
    heading("How often it speaks", to: &page)
    guard let rate = rates.rates.first(where: { $0.rule == rule.id }) else {
      page.element("p", text: "Not measured.")
      return
    }
    page.element("p", text: Self.words(of: rate))
  }

  private static func words(of rate: RuleRate) -> String {
    let ordinary = Wording.count(rate.ordinary, "ordinary post", "ordinary posts")
    let bounds = rate.share.boundsPerThousand
    let risky = Wording.count(rate.riskyExpecting, "post", "posts")
    return "In \(ordinary) it found something in \(Wording.grouped(rate.flagged)), "
      + "\(rate.share.perThousand) in a thousand (with 95 % confidence between "
      + "\(Proportion.decimal(bounds.low)) and \(Proportion.decimal(bounds.high))), and by itself "
      + "sent \(Wording.grouped(rate.review)) to review or further. It found something in "
      + "\(Wording.grouped(rate.riskyRight)) of the \(risky) that hold a risk of its category, and in "
      + "\(Wording.grouped(rate.riskyOther)) that hold only others."
  }

  /// Writes the rates of all rules.
  func writeRates(_ rates: RuleRates, to page: inout HTMLWriter) {
    if rates.rules.sha256 != edition.sha256 {
      page.element("p", ["class": "warning"]) { page in
        page.element("strong", text: "These rates were measured with other rules: ")
        page.text("\(rates.rules.pack) \(rates.rules.version), SHA-256 \(rates.rules.sha256).")
      }
    }
    page.element(
      "p",
      text: """
        Ordinary posts are posts in which a careful reader saw no risk: what a rule finds there is a false alarm, or \
        something that the reader passed over. Risky posts are labelled with the risks that they hold.
        """)
    page.table(
      "What was measured on", ["Set", "Posts", "SHA-256"],
      rates.sets.map { [$0.name, Wording.grouped($0.posts), $0.sha256] })
    let known = Dictionary(
      rates.rates.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
    page.table(
      "How often each rule speaks",
      [
        "Rule", "Ordinary posts", "Found in", "Sent to review", "In a thousand", "Between", "And",
        "Risky of its category", "Found in", "Found in other risky",
      ],
      pack.rules.filter { $0.status != .observed }.map { rule in
        guard let rate = known[rule.id] else {
          return [rule.id] + Array(repeating: "not measured", count: 9)
        }
        let bounds = rate.share.boundsPerThousand
        let counts = [rate.riskyExpecting, rate.riskyRight, rate.riskyOther]
        return [
          rule.id, Wording.grouped(rate.ordinary), Wording.grouped(rate.flagged),
          Wording.grouped(rate.review), rate.share.perThousand, Proportion.decimal(bounds.low),
          Proportion.decimal(bounds.high),
        ] + counts.map(Wording.grouped)
      })
  }
}
