import Reports
import RiskEngine
import Rules
import TestSupport

/// Records made up from a seed: every outcome, and few enough names that they repeat.
struct GeneratedRecords {
  private var random: SeededGenerator

  /// Makes records; the same seed gives the same ones.
  static func make(count: Int, seed: UInt64) -> [AuditedRecord] {
    var records = GeneratedRecords(random: SeededGenerator(seed: seed))
    return (0..<count).map { records.record($0) }
  }

  /// Texts that are hard on those who write and read files.
  static let troubles = [
    "", "=1+1", "+44", "-x", "@SUM(A1)", "\t=1", "\r\n=1", "＝1", "a,b", "a\"b\"", "a\r\nb", "a\rb",
    "\u{0}=", "\u{FEFF}=2", " =3", "x\u{301}\"\u{301},", "\u{202E}abc", "<script>", "]]>", "😀\u{0}",
    "'=1", ";", "\u{FFFE}",
  ]

  private mutating func record(_ index: Int) -> AuditedRecord {
    AuditedRecord(
      index: index, id: Bool.random(using: &random) ? trouble() : nil,
      source: .init(
        file: trouble(), record: Int.random(in: 1...99, using: &random),
        line: Int.random(in: 1...9_999, using: &random)), outcome: outcome())
  }

  private mutating func trouble() -> String {
    Self.troubles.randomElement(using: &random) ?? ""
  }

  private mutating func outcome() -> AuditedRecord.Outcome {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: .skipped(["private", "circle", "="].randomElement(using: &random) ?? "")
    case 1:
      .failed(
        Record.Failure(
          code: ["no-text", "not-json"].randomElement(using: &random) ?? "", message: trouble()))
    default: .checked(post())
    }
  }

  private mutating func post() -> AuditedPost {
    let text = trouble() + "Some words " + trouble()
    let findings = Bool.random(using: &random) ? [] : findings(in: text)
    let verdict = findings.isEmpty ? .clear : Verdict.allCases.randomElement(using: &random)
    let month = Int.random(in: 1...9, using: &random)
    return AuditedPost(
      textSHA256: AuditSamples.sha256(UInt64.random(in: 0..<60, using: &random)),
      account: ["a", "b", "c", nil].randomElement(using: &random) ?? nil,
      time: ["202\(month % 3)-0\(month)-01T00:00:00Z", "soon", nil].randomElement(using: &random)
        ?? nil,
      kind: ["original", "reply", "retweet", "quote"].randomElement(using: &random) ?? "",
      isDeleted: Int.random(in: 0..<4, using: &random) == 0, verdict: verdict ?? .clear,
      score: Int.random(in: 0...100, using: &random), findings: findings,
      notChecked: Bool.random(using: &random)
        ? [
          AuditSamples.missing("text", trouble(), isFailure: Bool.random(using: &random)),
          AuditSamples.missing("media[0]", trouble(), isFailure: false),
        ] : [],
      sides: [[], ["red"], ["blue", "red"]].randomElement(using: &random) ?? [],
      shown: [.init(part: "text", text: text)])
  }

  private mutating func findings(in text: String) -> [AuditedFinding] {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in
      let rule = Int.random(in: 0..<5, using: &random)
      let start = Int.random(in: 0...text.unicodeScalars.count, using: &random)
      return AuditedFinding(
        rule: "rule-\(rule)", category: "category-\(rule % 2)",
        severity: Severity.allCases.randomElement(using: &random) ?? .advice, points: rule,
        part: "text", span: start..<start + Int.random(in: 0...9, using: &random),
        match: trouble(), title: "Title \(rule)", readsAs: trouble(), advice: trouble(),
        why: trouble())
    }
  }
}
