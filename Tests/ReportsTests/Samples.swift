import PostText
import Reports
import Rules

@testable import RiskEngine

/// Assessments written by hand, for reports to render.
enum Samples {
  static let manifest = PackManifest(
    id: "uk-police", version: "1.0.0", title: "Posts of the police", engine: 1,
    scoring: Scoring(),
    categories: [
      Category(
        id: "force-relish", title: "Enjoyment of force", family: "tone", severity: .serious,
        cap: 60),
      Category(
        id: "personal-data", title: "Personal data", family: "data", severity: .stop, cap: 100),
    ],
    references: [Reference(id: "code-of-ethics-2024", title: "Code of Ethics (2024)")])

  static let relish = RuleCard(
    id: "force-relish.doors", title: "Enjoyment of using force", category: "force-relish",
    severity: .serious, confidence: 90, isSensitive: false,
    words: Rule.Advice(
      readsAs: "This could read as enjoying the use of force.",
      why: "Force is the last resort, and people look for regret rather than relish.",
      advice:
        "A warrant is someone's front door. Say what was done, why, and what residents should "
        + "do next; leave out how it felt.",
      suggestions: ["Officers forced entry under a warrant this morning."],
      ask: "duty press officer", references: ["code-of-ethics-2024", "unlisted"]))

  static let phone = RuleCard(
    id: "personal-data.phone", title: "A private telephone number", category: "personal-data",
    severity: .stop, confidence: 100, isSensitive: true,
    words: Rule.Advice(
      readsAs: "This could be a private number.", why: "A number leads to a person.",
      advice: "Give 101 instead.", ask: "the data protection officer"))

  /// A finding of the first place at which `words` stand in a text.
  static func finding(
    _ card: RuleCard, _ words: String, in text: String, part: PartName = .text,
    severity: Severity? = nil, points: Int = 36, reasons: [String] = []
  ) -> Finding {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    let start =
      bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? bytes.count
    return Finding(
      rule: card, severity: severity ?? card.severity ?? .advice, confidence: card.confidence,
      points: points, part: part, span: start..<min(start + wanted.count, bytes.count),
      reasons: reasons)
  }

  /// An assessment with the given findings and nothing else.
  static func assessment(
    _ verdict: Verdict, _ score: Int, _ findings: [Finding] = []
  ) -> Assessment {
    Assessment(
      verdict: verdict, score: score, findings: findings, trials: [], waived: [], questions: [],
      notChecked: [],
      explanation: Explanation(categories: [], band: verdict, floor: verdict, notes: []))
  }

  /// A report on one draft that is all of its file.
  static func report(
    _ text: String, _ assessment: Assessment, file: String? = "drafts/door.txt",
    isExplained: Bool = false, showsSensitive: Bool = false
  ) -> Report {
    report(
      [record(text, assessment, file: file)], isList: false, isExplained: isExplained,
      showsSensitive: showsSensitive)
  }

  /// The start of a file that is all text.
  static let fileStart = PartPlace(line: 1, column: 1, utf8: 0, scalar: 0, isVerbatim: true)

  /// A record of one draft that is all of its file.
  static func record(
    _ text: String, _ assessment: Assessment, file: String?, index: Int = 0
  ) -> Record {
    Record(
      index: index, file: file,
      outcome: .checked(
        Record.Checked(
          draft: Draft(text), places: file == nil ? [:] : [.text: fileStart],
          textSHA256: String(repeating: "ab", count: 32), assessment: assessment)))
  }

  /// A report on several drafts.
  static func report(
    _ records: [Record], isList: Bool = true, isExplained: Bool = false,
    showsSensitive: Bool = false
  ) -> Report {
    Report(
      records: records, isList: isList, manifest: manifest,
      rulesSHA256: String(repeating: "cd", count: 32), toolVersion: "0.1.0", exitCode: 1,
      isExplained: isExplained, showsSensitive: showsSensitive)
  }

  /// A draft with everything that a report can show: findings, questions, what was set aside, what was not checked.
  static func everything() -> Record {
    let text =
      "Busy night 👮🏽‍♀️ on Victoria ward.\n"
      + "Kicking down doors is one of our favourite things to do, ring 07700 900123"
    var draft = Draft(text)
    draft.media = [Draft.Media(file: "door.jpg", alt: "A door, kicked in with relish")]
    var assessment = assessment(
      .hold, 100,
      [
        finding(phone, "07700 900123", in: text, points: 100),
        finding(
          relish, "Kicking down doors is one of our favourite things", in: text,
          reasons: ["stronger: taser within 8 words"]),
        finding(
          relish, "kicked in with relish", in: "A door, kicked in with relish", part: .alt(0)),
      ])
    assessment.trials = [finding(relish, "Busy night", in: text)]
    assessment.waived = [
      Assessment.Waived(
        finding: finding(relish, "ring", in: text), reason: "agreed with the duty officer")
    ]
    assessment.questions = ["Anything readable in the photo?"]
    assessment.notChecked = [
      .init(part: "media[0]", rule: nil, reason: "pictures are not read", isFailure: false),
      .init(part: "text", rule: "slow", reason: "the match limit was reached", isFailure: true),
    ]
    assessment.explanation = Explanation(
      categories: [
        .init(category: "force-relish", sum: 72, counted: 60),
        .init(category: "personal-data", sum: 100, counted: 100),
      ], band: .hold, floor: .hold, notes: ["The draft is not declared as life at risk."])
    return Record(
      index: 0, file: "drafts/night.md", id: "n-1",
      outcome: .checked(
        Record.Checked(
          draft: draft,
          places: [
            .text: PartPlace(line: 5, column: 1, utf8: 60, scalar: 58, isVerbatim: true),
            .alt(0): PartPlace(line: 3, column: 24, utf8: 30, scalar: 29, isVerbatim: false),
          ],
          textSHA256: String(repeating: "ab", count: 32), assessment: assessment)))
  }
}
