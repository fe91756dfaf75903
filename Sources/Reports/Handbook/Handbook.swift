import JSON
package import Rules

/// One page on everything that a pack looks for, to be read by people who decide on policy.
///
/// It holds all that it needs, asks nothing of any other place, and says the same without its script.
package struct Handbook {
  let pack: RulePack
  let edition: Edition
  let rates: RuleRates?
  let withheld: WithheldWords
  let lists: [String: WordList]
  let scopes: [String: Scope]

  /// What tells one handbook from another.
  package struct Edition: Sendable {
    /// The SHA-256 of the rules, as results name it.
    package var sha256: String
    /// The version of the program.
    package var toolVersion: String
    /// The rules that settings switch off.
    package var disabled: Set<String>

    /// Gathers what tells one handbook from another.
    package init(sha256: String, toolVersion: String, disabled: Set<String> = []) {
      self.sha256 = sha256
      self.toolVersion = toolVersion
      self.disabled = disabled
    }
  }

  /// Makes the handbook of a pack.
  ///
  /// - Parameters:
  ///   - pack: The pack.
  ///   - edition: What tells it from others.
  ///   - rates: How often its rules speak, where that was measured.
  package init(_ pack: RulePack, edition: Edition, rates: RuleRates? = nil) {
    self.pack = pack
    self.edition = edition
    self.rates = rates
    withheld = WithheldWords(pack.lists)
    lists = Dictionary(pack.lists.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    scopes = Dictionary(pack.scopes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The page, in UTF-8.
  package func rendered() -> [UInt8] {
    var page = HTMLWriter()
    page.page(
      "Rule handbook: \(pack.manifest.title)", toolVersion: edition.toolVersion,
      sheets: [PageStyle.sheet, HandbookStyle.sheet]
    ) { page in
      page.element("a", ["class": "skip", "href": "#rules"], text: "Skip to the rules")
      page.element("header") { writeTitle(to: &$0) }
      writeContents(to: &page)
      page.element("main") { page in
        writeIntroduction(to: &page)
        page.chapter("rules", "The rules") { page in
          writeFinder(to: &page)
          for family in families { write(family, to: &page) }
        }
        writeAppendix(to: &page)
      }
    }
    return page.bytes.array
  }

  private func writeTitle(to page: inout HTMLWriter) {
    page.element("p", ["class": "eyebrow"], text: "TweetLint rule handbook")
    page.element("h1", text: pack.manifest.title)
    let others = [(Rule.Status.trial, "on trial"), (.observed, "observed")].map { status, words in
      (count: pack.rules.count { $0.status == status }, words: words)
    }
    let count = Wording.count(pack.rules.count, "rule", "rules")
    page.element(
      "p", ["class": "edition"],
      text: "\(pack.manifest.id) \(pack.manifest.version) · \(count)"
        + others.filter { $0.count > 0 }.map { ", \($0.count) of them \($0.words)" }.joined())
  }

  // MARK: - Families and categories

  /// A family of categories that have rules, in the order of the manifest.
  struct Family {
    /// The name that the manifest gives.
    let name: String
    /// Its categories with their rules.
    var categories: [(category: Rules.Category, rules: [Rule])]

    /// The name for people: `data-protection` is *Data protection*.
    var title: String {
      var words = name.split { $0 == "-" }.joined(separator: " ")
      guard let first = words.unicodeScalars.first else { return name }
      words.unicodeScalars.removeFirst()
      return first.properties.uppercaseMapping + words
    }
  }

  /// The families of the pack, in the order in which the manifest names them first.
  var families: [Family] {
    var families: [Family] = []
    for category in pack.manifest.categories {
      let rules = pack.rules.filter { $0.category == category.id }
      guard !rules.isEmpty else { continue }
      if let index = families.firstIndex(where: { $0.name == category.family }) {
        families[index].categories.append((category, rules))
      } else {
        families.append(Family(name: category.family, categories: [(category, rules)]))
      }
    }
    return families
  }

  private func write(_ family: Family, to page: inout HTMLWriter) {
    let id = "family-\(family.name)"
    page.element(
      "section", ["class": "family", "id": id, "aria-labelledby": "\(id)-title"]
    ) { page in
      page.element("h3", ["id": "\(id)-title"], text: family.title)
      for (category, rules) in family.categories {
        let id = "category-\(category.id)"
        page.element(
          "section", ["class": "category", "id": id, "aria-labelledby": "\(id)-title"]
        ) { page in
          page.element("h4", ["id": "\(id)-title"], text: category.title)
          if let why = category.why { page.element("p", ["class": "why"], text: why) }
          for rule in rules { write(rule, of: category, to: &page) }
        }
      }
    }
  }

  private func writeFinder(to page: inout HTMLWriter) {
    let finder = Finder(
      items: "article.rule", groups: "section.category, section.family", noun: ("rule", "rules"),
      label: "Find rules that hold these words",
      choices: [
        .init(
          "severity", "Severity",
          (Severity.allCases.reversed().map(\.rawValue) + ["question", "observed"]).map { ($0, $0) }
        )
      ])
    finder.write(to: &page)
  }

  // MARK: - Contents

  private func writeContents(to page: inout HTMLWriter) {
    page.element("nav", ["aria-labelledby": "contents-title"]) { page in
      page.element("h2", ["id": "contents-title"], text: "Contents")
      page.element("ul") { page in
        for (id, title) in Self.chapters { page.link(to: id, title) }
        for family in families {
          page.element("li") { page in
            page.element("a", ["href": "#family-\(family.name)"], text: family.title)
            page.element("ul") { page in
              for (category, rules) in family.categories {
                page.element("li") { writeContents(of: category, rules, to: &$0) }
              }
            }
          }
        }
        for (id, title) in appendices { page.link(to: id, title) }
      }
    }
  }

  private func writeContents(
    of category: Rules.Category, _ rules: [Rule], to page: inout HTMLWriter
  ) {
    page.element("a", ["href": "#category-\(category.id)"], text: category.title)
    page.element("details") { page in
      page.element("summary") { page in
        page.text(Wording.count(rules.count, "rule", "rules"))
        page.element("span", ["class": "unseen"], text: " on \(category.title)")
      }
      page.element("ul") { page in
        for rule in rules { page.link(to: "rule-\(rule.id)", rule.title) }
      }
    }
  }

  private static let chapters = [
    ("about", "What this is"), ("verdict", "How a verdict is reached"),
    ("unseen", "What TweetLint cannot see"), ("calendars", "Calendars"),
  ]

  private var appendices: [(String, String)] {
    (rates == nil ? [] : [("rates", "Measured rates")])
      + [("scopes", "Readings of a post"), ("lists", "Word lists"), ("references", "References")]
  }
}
