import Reports
import Rules
import Testing

/// A small pack for handbooks, with everything that a page has to show and much that should not break it.
enum HandbookPack {
  /// What must stay text wherever it stands.
  static let hostile = #"<script>alert("1")</script> ' & ]]> <!-- {{x}}"#

  static let files = [
    "pack.yaml": """
    id: small-pack
    version: 3.1.4
    title: 'Small & <b>sound</b>'
    scoring:
      points: {advice: 2, caution: 10, serious: 40, stop: 100}
      bands: {review: 30, hold: 75}
    categories:
      - {id: tone, title: Tone of voice, family: tone, severity: serious, why: People remember it., ask: duty press officer, references: [code]}
      - {id: slurs, title: Slurs, family: tone, severity: stop, why: They hurt., cap: 90}
      - {id: alt, title: Descriptions, family: data-protection, severity: advice, why: Some listen.}
      - {id: empty, title: Without a rule, family: nothing, severity: advice}
    references:
      - {id: code, title: The code, edition: "2024", url: "https://example.org/code?a=1&b=2"}
      - {id: act, title: An Act}

    """,
    "scopes/all.yaml": """
    scopes:
      - {id: quoted, title: Words of others, covers: span, match: [{pattern: '"[^"]{2,200}"'}]}
      - {id: appeal, title: An appeal, match: [{scope: quoted}, {fact: {purpose: witness-appeal}}]}

    """,
    "lists/joy.yaml":
      "id: joy\ntitle: Joy\nsource: House list\nterms: [\"love~\", \"(big|huge)? buzz*\"]\n",
    "lists/bad.yaml": """
    id: bad
    title: Words that hurt
    source: House list
    sensitive: true
    terms: [zorkface, "grubnik~", "dirty flummer"]

    """,
    "lists/starred.yaml":
      "id: starred\ntitle: Starred words\nsource: House list\nmasked: true\nterms: [blastwit]\n",
    "calendars/mourning.yaml": """
    id: mourning
    title: Mourning
    source: As announced
    periods: [{from: "2022-09-08", to: "2022-09-19", nations: [northern-ireland], what: State mourning}]

    """,
    "tone/door-joke.yaml": doorJoke,
    "tone/slur.yaml": """
    id: slur
    title: A slur
    category: slurs
    sensitive: true
    match: [{list: [bad, starred]}]
    reads_as: This demeans people.
    advice: Leave it out.
    examples:
      flags:
        - "One [[zorkface]] here"
        - "These [[Grubniks and]] more"
        - "[[Such a dirty]]  FLUMMER"
        - "[[blastwit]] four"
        - "[[zorkface]] five"
      passes: [one, two, three, four, five]

    """,
    "data-protection/missing-alt.yaml": """
    id: missing-alt
    title: Pictures without words
    category: alt
    severity: question
    status: trial
    match: [{measure: missing-alt, min: 1}]
    reads_as: Some will not see it.
    advice: Describe it.
    question: What does it show?
    examples: {}

    """,
  ]

  /// A rule that audits count, to be added to the files.
  static let observed = """
    id: gates
    title: Gates
    category: tone
    status: observed
    match: [{words: [gate]}]
    examples:
      flags: ["[[gate]] one", "[[gate]] two", "[[gate]] three", "[[gate]] four", "[[gate]] five"]
      passes: [one, two, three, four, five]

    """

  /// A rule that only asks, but for one of its alternatives.
  static let asking = """
    id: court
    title: Court
    category: tone
    severity: question
    match: [{words: [judge], severity: advice}, {words: [jail]}]
    question: Which court was it?
    reads_as: This lacks the court.
    why: People ask.
    advice: Name the court.
    examples:
      flags: ["[[judge]] one", "[[judge]] two", "[[judge]] three", "[[jail]] four", "[[jail]] five"]
      passes: [one, two, three, four, five]

    """

  private static let doorJoke = """
    id: door-joke
    title: '\(hostile.split { $0 == "'" }.joined(separator: "''"))'
    category: tone
    confidence: 90
    match:
      - near: [{list: joy}, {words: [door, cell, van, cuffs, raid, dawn, search, warrant]}]
        within: 8
        order: given
      - {list: joy, in: [hashtags, alt], severity: caution, confidence: 50, at_least: 2}
      - all: [{words: [open up], case: capitals}, {none: [{fact: {reply: true, calendar: mourning}}]}]
      - {pattern: '(?<num>\\d{4,6}) (?:\\bzorkface|[A-Z]{2}){1,3} and many more letters behind it', validate: {as: luhn, group: num}}
    when: [{fact: {media: true}}]
    unless: [quoted, {when: appeal, within: sentence}, {when: {words: [never]}, within: 2, side: before}]
    weaker: [{when: appeal, to: advice}]
    stronger: [{words: [hurt]}]
    reads_as: This could read as <i>joy</i>.
    advice: Say & do it plainly.
    suggestions: ["Officers forced entry."]
    question: Was anyone hurt?
    references: [code, act]
    evidence: [{what: A case, url: "https://example.org/case"}, {what: Another}]
    examples:
      flags:
        - "We [[love that door]] & <b>[[huge buzz]]</b>\\u202E"
        - {text: "[[love the door]]", reply_to: "Who's <there>?", media: [{alt: A door}, {}], at: "2026-05-07", severity: serious, note: a "note"}
        - "[[love the door]] three"
        - "[[love the door]] four"
        - "🚪 [[love the 🚪 door]] five"
      passes: ["One", {text: "Two", note: harmless}, "Three", "Four", "Five"]

    """

  /// The pack, read from its files in an order.
  static func pack(
    reversed: Bool = false, adding more: [String: String] = [:]
  ) throws -> RulePack {
    let sorted = files.merging(more) { $1 }.sorted { $0.key < $1.key }.map {
      PackFile(path: $0.key, bytes: Array($0.value.utf8))
    }
    let (pack, problems) = PackReader.read(reversed ? sorted.reversed() : sorted)
    #expect(problems.map(\.rendered) == [])
    return try #require(pack)
  }

  static let edition = Handbook.Edition(sha256: "abc123", toolVersion: "9.9.9")

  static let rates = RuleRates(
    rules: RulesIdentity(pack: "small-pack", version: "3.1.4", sha256: "abc123"),
    sets: [.init(name: "ordinary <posts>", sha256: "ff00", posts: 5281)],
    rates: [
      RuleRate(
        rule: "door-joke", ordinary: 5281, flagged: 3, review: 1, riskyExpecting: 20,
        riskyRight: 12, riskyOther: 4)
    ])
}
