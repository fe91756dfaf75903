import Reports
import RiskEngine
import Rules

@testable import Audit

/// Makes records with findings, as a result holds them.
enum ReviewFixture {
  static func record(
    _ index: Int, text: String = "a quiet street", rule: String = "street-talk",
    severity: Severity = .caution, verdict: Verdict = .review, score: Int = 40,
    part: String = "text", span: Range<Int> = 2..<7
  ) -> AuditedRecord {
    let words = String(
      String.UnicodeScalarView(
        Array(text.unicodeScalars)[span.clamped(to: 0..<text.unicodeScalars.count)]))
    let finding = AuditedFinding(
      rule: rule, category: rule == "street-talk" ? "tone" : "data", severity: severity, points: 9,
      part: part, span: span, match: words, title: "A title", readsAs: "This could read badly.",
      advice: "Write it otherwise.", why: "")
    let post = AuditedPost(
      textSHA256: "sha \(text)", account: "NorthmarchPolice", time: "2024-05-01T12:00:00Z",
      kind: "original", isDeleted: false, verdict: verdict, score: score, findings: [finding],
      shown: [.init(part: part, text: text)])
    return AuditedRecord(
      index: index, id: "p\(index)",
      source: .init(file: "posts.jsonl", record: index + 1, line: index + 1),
      outcome: .checked(post))
  }

  static func items(
    _ records: [AuditedRecord], _ choice: ReviewChoice = ReviewChoice(),
    answers: [ReviewKey: ReviewAnswer] = [:], limit: Int = ReviewItems.most
  ) -> [ReviewItem] {
    var items = ReviewItems(choice, answers: answers, limit: limit)
    for record in records { items.add(record) }
    return items.gathered()
  }
}
