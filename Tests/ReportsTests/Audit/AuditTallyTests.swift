import PostText
import RiskEngine
import Rules
import TestSupport
import Testing

@testable import Reports

struct AuditTallyTests {
  private let tally = AuditSamples.end.tally

  @Test func `every record is counted once`() {
    #expect(tally.read == 71)
    #expect(tally.checked == 67)
    #expect(tally.skipped == ["private": 2, "a circle post": 1])
    #expect(tally.failures == ["no-text": 1])
    #expect(Verdict.allCases.map { tally.verdicts[$0] } == [60, 4, 2, 1])
    #expect(tally.flagged == 6)
    #expect(tally.incomplete == 1)
    #expect(tally.deleted.posts == 4)
    #expect(tally.kept.posts == 63)
  }

  /// What a baseline knows is not reported again; which sides an account names has nothing to do with it.
  @Test func `a post of which a baseline knows everything is checked, but has no verdict`() {
    var known = 0
    let records = AuditSamples.records.map { record in
      guard case .checked(var post) = record.outcome, !post.sides.isEmpty else { return record }
      known += 1
      post.isKnown = true
      (post.findings, post.verdict, post.score) = ([], .clear, 0)
      var changed = record
      changed.outcome = .checked(post)
      return changed
    }
    let counted = AuditSamples.tally(of: records)
    #expect(known > 0)
    #expect(counted.known == known)
    #expect(counted.verdicts.posts == tally.verdicts.posts - known)
    #expect(counted.checked == tally.checked)
    #expect(counted.read == tally.read)
    #expect(counted.sides == tally.sides)
    #expect(counted.texts == tally.texts)
  }

  @Test func `a rule counts once for a post, at its worst`() {
    #expect(tally.rules["force-relish.doors"]?.found.posts == 5)
    #expect(tally.rules["force-relish.doors"]?.found.deleted == 4)
    #expect(tally.rules["force-relish.doors"]?.found.worst == .serious)
    #expect(tally.rules["force-relish.doors"]?.found.verdicts[.hold] == 1)
    #expect(tally.categories["personal-data"]?.worst == .stop)
    #expect(tally.categories["force-relish"]?.posts == 5)
  }

  @Test func `posts are counted by month, account, kind and side`() {
    #expect(tally.months[Month(number: 2024 * 12 + 6)]?[.review] == 1)
    #expect(tally.undated.posts == 1)
    #expect(tally.accounts["NorthmarchDogs"]?.posts == 32)
    #expect(tally.accounts.unnamed[.advise] == 1)
    #expect(tally.kinds["retweet"]?.posts == 1)
    #expect(tally.sides["NorthmarchPolice"]?.sides == ["red": 30])
    #expect(tally.sides["NorthmarchDogs"]?.sides == ["red": 30, "blue": 20])
    #expect(tally.notChecked["pictures are not read"] == 2)
  }

  @Test(arguments: [
    ("2024-05-01T12:00:00Z", "2024-05"), ("0000-01-31", "0000-01"), ("2024-13-01", nil),
    ("2024-00-01", nil), ("24-05-01", nil), ("2024/05/01", nil), ("2024-05-011", nil), ("", nil),
    ("２024-05-01", nil),
  ])
  func `a month is read strictly`(_ time: String, _ month: String?) {
    #expect(Month(of: time)?.shown == month)
  }

  @Test(arguments: [
    ("2024-05-31T23:30:00Z", "2024-06-01"), ("2024-11-30T23:30:00Z", "2024-11-30"),
    ("2024-05-31T23:30:00", "2024-05-31"), ("last Tuesday", "last Tuesday"),
  ])
  func `a post belongs to the day and month of London, as the filters take it`(
    _ time: String, _ day: String
  ) {
    #expect(AuditWords.day(of: time) == day)
    #expect(Month(of: time)?.shown == (CalendarDay(day) == nil ? nil : String(day.prefix(7))))
  }

  @Test func `accounts beyond the limit are counted together`() {
    let records = (0..<1_500).map { number in
      AuditedRecord(
        index: number, id: nil, source: .init(file: "f", record: 1, line: 1),
        outcome: AuditSamples.post(1, .review, account: "a\(number % 1_250)", sides: ["red"]))
    }
    let tally = AuditSamples.tally(of: records)
    #expect(tally.accounts.sorted.count == AuditTally.mostAccounts)
    #expect(tally.accounts.hasFurther)
    #expect(tally.accounts.further.posts == 250)
    #expect(tally.accounts["a7"]?.posts == 2)
    #expect(tally.sides.further.posts == 250)
    #expect(tally.sides.sorted.reduce(tally.sides.further.posts) { $0 + $1.value.posts } == 1_500)
  }

  // MARK: - Properties

  @Test(arguments: 1...8)
  func `counts add up, whatever the records`(_ seed: UInt64) {
    let records = GeneratedRecords.make(count: 400, seed: seed)
    let tally = AuditSamples.tally(of: records)
    #expect(tally.read == 400)
    #expect(tally.read == tally.checked + tally.skippedInAll + tally.failed)
    let months = tally.months.values.reduce(tally.undated.posts) { $0 + $1.posts }
    #expect(months == tally.checked)
    for group in [tally.accounts, tally.kinds] {
      let posts = group.sorted.reduce(group.unnamed.posts + group.further.posts) {
        $0 + $1.value.posts
      }
      #expect(posts == tally.checked)
    }
    #expect(tally.deleted.posts + tally.kept.posts == tally.checked)
    for rule in tally.rules.values {
      #expect(rule.found.posts <= tally.flagged)
      #expect(rule.found.deleted <= tally.deleted.posts)
    }
    let texts = Set(records.compactMap { AuditTallyTests.post($0)?.textSHA256 })
    #expect(
      tally.texts.repeats
        == .init(posts: tally.checked - texts.count, isEstimate: false, margin: 0))
  }

  private static func post(_ record: AuditedRecord) -> AuditedPost? {
    guard case .checked(let post) = record.outcome else { return nil }
    return post
  }

  @Test(arguments: 1...8)
  func `the order of the records changes no count`(_ seed: UInt64) {
    let records = GeneratedRecords.make(count: 300, seed: seed)
    let tally = AuditSamples.tally(of: records)
    var random = SeededGenerator(seed: seed)
    let shuffled = AuditSamples.tally(of: records.shuffled(using: &random))
    #expect(shuffled == tally)
    #expect(
      AuditEndJSON(AuditEnd(tally: shuffled, complaints: [], rules: AuditSamples.identity))
        .rendered()
        == AuditEndJSON(AuditEnd(tally: tally, complaints: [], rules: AuditSamples.identity))
        .rendered())
  }

  // MARK: - Texts that occur again

  @Test func `beyond the limit the repeats are a fair estimate in any order`() {
    var random = SeededGenerator(seed: 7)
    // 30,000 different texts, every third of them twice.
    let hashes = (0..<30_000).map { _ in UInt64.random(in: 0...UInt64.max, using: &random) }
    let texts = (hashes + hashes.prefix(10_000)).map { AuditSamples.sha256($0) }
    func count(_ texts: [String]) -> TextCounts {
      texts.reduce(into: TextCounts(limit: 2_000)) { $0.add(sha256: $1) }
    }
    let counts = count(texts)
    #expect(counts.repeats.isEstimate)
    #expect((1...3_000).contains(counts.repeats.margin))
    #expect(abs(counts.repeats.posts - 10_000) <= counts.repeats.margin)
    #expect(count(texts.shuffled(using: &random)) == counts)
  }

  @Test func `posts without a text do not repeat one another`() {
    var counts = TextCounts()
    let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    for text in [nothing, nothing, "not a hash", AuditSamples.sha256(1), AuditSamples.sha256(1)] {
      counts.add(sha256: text)
    }
    #expect(counts.posts == 2)
    #expect(counts.repeats == .init(posts: 1, isEstimate: false, margin: 0))
  }
}
