import Foundation
import Reports

import Rules
import TestSupport
import Testing

@testable import RiskEngine

/// A small made-up audit, with every kind of record.
enum AuditSamples {
  static let identity = RulesIdentity(
    pack: "uk-police", version: "1.0.0", sha256: String(repeating: "cd", count: 32))

  static let categories = [
    Rules.Category(
      id: "force-relish", title: "Enjoyment of force", family: "tone", severity: .serious),
    Rules.Category(
      id: "personal-data", title: "Personal data", family: "data", severity: .stop),
  ]

  static let edition = AuditHTML.Edition(
    title: "Audit of made-up posts", inputs: ["archive.zip", "more & <other>.jsonl"],
    categories: categories, toolVersion: "9.9.9")

  static func relish(_ span: Range<Int>, match: String, part: String = "text") -> AuditedFinding {
    AuditedFinding(
      rule: "force-relish.doors", category: "force-relish", severity: .serious, points: 36,
      part: part, span: span, match: match, title: "Enjoyment of using force",
      readsAs: "This could read as enjoying the use of force.",
      advice: "Say what was done and why; leave out how it felt.",
      why: "Force is the last resort.")
  }

  static func phone(_ span: Range<Int>, match: String) -> AuditedFinding {
    AuditedFinding(
      rule: "personal-data.phone", category: "personal-data", severity: .stop, points: 100,
      part: "text", span: span, match: match, title: "A private telephone number",
      readsAs: "This could be a private number.", advice: "Give 101 instead.",
      why: "A number leads to a person.")
  }

  static func hashtag(_ span: Range<Int>, match: String) -> AuditedFinding {
    AuditedFinding(
      rule: "style.hashtag", category: "style", severity: .advice, points: 2, part: "text",
      span: span, match: match, title: "A hashtag without capitals",
      readsAs: "A screen reader cannot tell its words apart.", advice: "Write #LikeThis.", why: "")
  }

  /// A SHA-256 that stands for a text: a number, spread over its digits.
  static func sha256(_ number: UInt64) -> String {
    let digits = String((number &+ 1) &* 0x9E37_79B9_7F4A_7C15, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
      + String(repeating: "ab", count: 24)
  }

  static func post(
    _ text: UInt64, _ verdict: Verdict = .clear, _ score: Int = 0,
    account: String? = "NorthmarchPolice", time: String? = "2024-05-01T12:00:00Z",
    kind: String = "original", isDeleted: Bool = false, _ findings: [AuditedFinding] = [],
    notChecked: [Assessment.NotChecked] = [], sides: [String] = [],
    shown: [AuditedPost.ShownPart] = []
  ) -> AuditedRecord.Outcome {
    .checked(
      AuditedPost(
        textSHA256: sha256(text), account: account, time: time, kind: kind, isDeleted: isDeleted,
        verdict: verdict, score: score, findings: findings, notChecked: notChecked, sides: sides,
        shown: shown))
  }

  static func missing(_ part: String, _ reason: String, isFailure: Bool) -> Assessment.NotChecked {
    .init(part: part, rule: nil, reason: reason, isFailure: isFailure)
  }

  private static let doors = "Kicking down doors 👮🏽‍♀️ is one of our favourite things to do"

  private static let outcomes: [AuditedRecord.Outcome] = [
    post(1, notChecked: [missing("media[0]", "pictures are not read", isFailure: false)]),
    post(
      2, .hold, 100, isDeleted: true,
      [
        phone(6..<18, match: "••••• ••••••"), relish(8..<14, match: "nicked", part: "media[0].alt"),
      ],
      notChecked: [
        missing("media[0]", "pictures are not read", isFailure: false),
        missing("media[1]", "pictures are not read", isFailure: false),
      ],
      shown: [
        .init(part: "text", text: "Ring: ••••• •••••• for \"more\", he said"),
        .init(part: "media[0].alt", text: "A door, nicked in"),
      ]),
    post(
      3, .review, 36, account: "NorthmarchDogs", time: "2024-07-09T23:59:59Z", kind: "reply",
      [
        relish(0..<18, match: "Kicking down doors"),
        relish(35..<55, match: "our favourite things"),
      ], shown: [.init(part: "text", text: doors)]),
    .skipped("private"),
    .skipped("a circle post"),
    .skipped("private"),
    .failed(Record.Failure(code: "no-text", message: "the record has no text")),
    post(1, kind: "retweet"),
    post(
      4, .advise, 2, account: nil, time: nil, kind: "quote",
      [hashtag(4..<14, match: "#knockknock")],
      shown: [.init(part: "text", text: "=SUM #knockknock")]),
    post(
      5, notChecked: [missing("text", "the match limit was reached", isFailure: true)]),
    post(6, .review, 40, account: "NorthmarchDogs"),
  ]

  /// Posts that name sides: one account nearly always the same, the other by turns.
  private static let partial: [AuditedRecord.Outcome] = (0..<60).map { number in
    let isFirst = number % 2 == 0
    let isDeleted = number % 20 == 3
    return post(
      UInt64(100 + number), isDeleted ? .advise : .clear, isDeleted ? 8 : 0,
      account: isFirst ? "NorthmarchPolice" : "NorthmarchDogs",
      time: "2023-1\(number % 3)-01T08:00:00Z", isDeleted: isDeleted,
      isDeleted ? [relish(0..<4, match: "Love")] : [],
      sides: isFirst || number % 3 == 0 ? ["red"] : ["blue", "red", "blue"],
      shown: isDeleted ? [.init(part: "text", text: "Love a good door")] : [])
  }

  static let records = (outcomes + partial).enumerated().map { index, outcome in
    AuditedRecord(
      index: index, id: index == 3 ? nil : "17\(index)",
      source: .init(file: "data/tweets ü.js", record: index + 1, line: 10 * index + 1),
      outcome: outcome)
  }

  static let complaints = [
    AuditEnd.Complaint(
      code: "wrong-count", message: "manifest.js promises 80 posts, 71 are there",
      file: "archive.zip!data/manifest.js")
  ]

  static let end = AuditEnd(
    tally: tally(of: records), complaints: complaints, rules: identity)

  static func tally(of records: some Sequence<AuditedRecord>) -> AuditTally {
    records.reduce(into: AuditTally()) { $0.add($1) }
  }

  static func worst(
    of records: some Sequence<AuditedRecord>, posts: Int = 100, rows: Int = 5_000
  ) -> AuditWorst {
    records.reduce(into: AuditWorst(posts: posts, rows: rows)) { $0.add($1) }
  }

  static func golden(
    _ bytes: [UInt8], _ name: String, at place: SourceLocation = #_sourceLocation
  ) {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Golden")
    Golden.expect(bytes, name, in: folder.appendingPathComponent(name), at: place)
  }
}
