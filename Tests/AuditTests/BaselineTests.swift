import Archives
import Digests
import PostText
import Reports
import RiskEngine
import TestSupport
import Testing

@testable import Audit

struct BaselineTests {
  private let key = HashKey()

  // MARK: - Audits

  private struct Outcome {
    var records: [AuditedRecord]
    var lines: [UInt8]
    var tally: BaselineTally

    var posts: [AuditedPost] {
      records.compactMap { if case .checked(let post) = $0.outcome { post } else { nil } }
    }

    var counts: BaselineCounts { tally.counts }
  }

  private func audit(
    _ bytes: [UInt8], against baseline: Baseline, filter: AuditFilter = AuditFilter()
  ) throws -> Outcome {
    let batches = try AuditFixture.batches(
      bytes, jobs: 2, filter: filter, baseline: BaselineCheck(baseline, key: key))
    var tally = BaselineTally(baseline, gathersNew: true)
    for record in batches.flatMap(\.records) { tally.add(record) }
    return Outcome(
      records: batches.flatMap(\.records), lines: batches.flatMap(\.lines), tally: tally)
  }

  /// The baseline that knows all that is found.
  private func whole(of bytes: [UInt8]) throws -> Baseline {
    var outcome = try audit(bytes, against: Baseline(keyID: key.id))
    return outcome.tally.updated(takingOutStale: true, puttingInNew: true).baseline
  }

  private func posts(_ texts: [String]) -> [UInt8] {
    texts.enumerated().flatMap { number, text in
      var post = ArchivedPost(draft: Draft(text))
      post.draft.id = "\(number)"
      return PostLine.bytes(post)
    }
  }

  private let relish = "Kicking down doors is one of our favourite things to do."

  // MARK: - What is new

  @Test func `what was accepted once is not new a second time`() throws {
    let bytes = AuditFixture.lines(count: 400, seed: 5)
    let first = try audit(bytes, against: Baseline(keyID: key.id))
    #expect(first.counts.new > 100)
    #expect(first.counts.known == 0)
    let again = try audit(bytes, against: try whole(of: bytes))
    #expect(again.counts.new == 0)
    #expect(again.counts.known == first.counts.new)
    #expect(again.counts.stale == 0)
    #expect(again.counts.repeated == 0)
    #expect(again.posts.flatMap(\.findings).isEmpty)
    #expect(again.posts.count(where: \.isKnown) == first.posts.count { !$0.findings.isEmpty })
  }

  @Test func `another order, other ids, times and white space make nothing new`() throws {
    let texts = GeneratedPosts.make(count: 120, seed: 3).map { "\(relish) \($0)" }
    let baseline = try whole(of: posts(texts))
    var other: [UInt8] = []
    for (number, text) in texts.reversed().enumerated() {
      var post = ArchivedPost(draft: Draft("  " + text + "\r\n"))
      post.draft.id = "other \(number)"
      post.time = PostTime(seconds: number)
      post.kind = .original
      other += PostLine.bytes(post)
    }
    let outcome = try audit(other, against: baseline)
    #expect(outcome.counts.new == 0)
    #expect(outcome.counts.stale == 0)
  }

  @Test func `a post that is edited brings its own findings back, and no others`() throws {
    let texts = (0..<40).map { "\(relish) No \($0)." }
    let baseline = try whole(of: posts(texts))
    for edited in [0, 17, 39] {
      var changed = texts
      changed[edited] += " Indeed."
      let outcome = try audit(posts(changed), against: baseline)
      let flagged = outcome.records.filter {
        if case .checked(let post) = $0.outcome { !post.findings.isEmpty } else { false }
      }
      #expect(flagged.map(\.index) == [edited])
      #expect(outcome.counts.stale == outcome.counts.new)
    }
  }

  @Test
  func
    `two findings of one rule in different posts are two entries, a post twice is one of count two`()
    throws
  {
    let one = try whole(of: posts([relish]))
    let two = try whole(of: posts([relish, relish + " Again."]))
    let twice = try whole(of: posts([relish, relish]))
    #expect(two.count == 2 * one.count)
    #expect(twice.count == one.count)
    #expect(twice.entries.map(\.count) == one.entries.map { $0.count * 2 })
  }

  @Test func `the part in which something was found counts, and the text around it`() throws {
    var answer = ArchivedPost(draft: Draft("Thank you."))
    answer.draft.quote = .init(author: "a", text: relish)
    var picture = ArchivedPost(draft: Draft("Thank you."))
    picture.draft.media = [.init(file: "a.jpg", alt: relish)]
    let own = ArchivedPost(draft: Draft(relish))
    let all = [answer, picture, own].flatMap { PostLine.bytes($0) }
    let baseline = try whole(of: all)
    #expect(Set(baseline.entries.map(\.hash)).count == baseline.count)
    picture.draft.media[0].alt = relish + " Ha."
    let changed = [answer, picture, own].flatMap { PostLine.bytes($0) }
    let outcome = try audit(changed, against: baseline)
    #expect(Set(outcome.records.filter { !$0.isQuiet }.map(\.index)) == [1])
  }

  @Test func `a post that is accepted in part is judged by the rest`() throws {
    let text = "Idiots. Kicking down doors is one of our favourite things to do. Vote Labour!"
    let bytes = posts([text])
    let first = try audit(bytes, against: Baseline(keyID: key.id))
    let found = try #require(first.posts.first)
    try #require(found.findings.count > 1)
    let mildest = try #require(found.findings.indices.last)
    for left in [0, mildest] {
      var tally = BaselineTally(Baseline(keyID: key.id), gathersNew: true)
      var known = try #require(first.records.first)
      var post = found
      post.new.remove(at: left)
      known.outcome = .checked(post)
      tally.add(known)
      let baseline = tally.updated(takingOutStale: true, puttingInNew: true).baseline
      let rest = try #require(try audit(bytes, against: baseline).posts.first)
      #expect(rest.findings == [found.findings[left]])
      #expect(rest.known.count == found.findings.count - 1)
      #expect(!rest.isKnown)
      #expect(rest.verdict <= found.verdict)
      #expect(rest.score < found.score)
      #expect(rest.verdict > .clear)
    }
  }

  @Test func `what a baseline knows is still hidden where it is sensitive`() throws {
    let bytes = posts([
      "Idiots. \(relish) The suspect, Jane Roe, was born on 1 May 2009. Ring 07700 900123."
    ])
    let first = try audit(bytes, against: Baseline(keyID: key.id))
    var filter = AuditFilter()
    filter.categories = ["force-relish"]
    let chosen = try audit(bytes, against: Baseline(keyID: key.id), filter: filter)
    let text = first.posts[0].shown.first { $0.part == "text" }
    #expect(text?.text.unicodeScalars.contains("•") == true)
    #expect(chosen.posts[0].shown.first { $0.part == "text" } == text)
  }

  @Test func `a filter of findings hides what is listed and not what is known`() throws {
    let bytes = posts([relish + " Vote Labour!"])
    var filter = AuditFilter()
    filter.categories = ["force-relish"]
    let outcome = try audit(bytes, against: try whole(of: bytes), filter: filter)
    #expect(outcome.counts.stale == 0)
    #expect(outcome.posts[0].isKnown)
    let fresh = try audit(bytes, against: Baseline(keyID: key.id), filter: filter)
    #expect(fresh.counts.new == fresh.posts[0].findings.count)
  }

  // MARK: - Lines

  @Test func `a line read back tells what is known and what is new`() throws {
    let bytes = AuditFixture.lines(count: 200, seed: 8)
    let half = try whole(of: AuditFixture.lines(count: 100, seed: 8))
    let outcome = try audit(bytes, against: half)
    #expect(outcome.counts.known > 0)
    #expect(outcome.counts.new > 0)
    let reader = try #require(ResultReader())
    let lines = outcome.lines.split(separator: UInt8(ascii: "\n"))
    for (line, record) in zip(lines, outcome.records) {
      #expect(try reader.line(line) == .record(record))
    }
  }

  @Test func `a run that goes on at any batch ends with the same bytes and the same baseline`()
    throws
  {
    let bytes = AuditFixture.lines(count: 500, seed: 9)
    let check = BaselineCheck(try whole(of: AuditFixture.lines(count: 250, seed: 9)), key: key)
    let baseline = try whole(of: AuditFixture.lines(count: 250, seed: 9))
    let whole = try AuditFixture.batches(bytes, jobs: 2, baseline: check)
    try #require(whole.count > 3)
    let reader = try #require(ResultReader())
    var states: Set<[UInt8]> = []
    for cut in 0...whole.count {
      let done = whole[..<cut]
      let rest = try AuditFixture.batches(
        bytes, jobs: 3, skipping: cut, records: done.map(\.records.count).reduce(0, +),
        baseline: check)
      let lines = done.flatMap(\.lines) + rest.flatMap(\.lines)
      #expect(lines == whole.flatMap(\.lines))
      // What was met is told by the lines alone.
      var tally = BaselineTally(baseline, gathersNew: true)
      for line in lines.split(separator: UInt8(ascii: "\n")) {
        if case .record(let record) = try reader.line(line) { tally.add(record) }
      }
      states.insert(tally.updated(takingOutStale: true, puttingInNew: true).baseline.rendered())
    }
    #expect(states.count == 1)
  }

  @Test func `without a baseline a line says nothing of it`() throws {
    let lines = try AuditFixture.batches(posts([relish]), jobs: 1).flatMap(\.lines)
    let text = String(decoding: lines, as: UTF8.self)
    #expect(!text.contains("\"known\""))
    #expect(!text.contains("\"hash\""))
  }

  // MARK: - Change

  @Test func `a baseline shrinks and grows only as it is told`() throws {
    let before = try whole(of: posts(["\(relish) One.", "\(relish) Two.", "\(relish) Two."]))
    var outcome = try audit(posts(["\(relish) Two.", "\(relish) Three."]), against: before)
    let each = try whole(of: posts(["\(relish) One."])).count
    #expect(outcome.counts.stale == 2 * each)
    #expect(outcome.tally.stale.reduce(0) { $0 + $1.count } == 2 * each)
    let left = outcome.tally.updated(takingOutStale: false, puttingInNew: false)
    #expect(left.baseline.rendered() == before.rendered())
    #expect(left.change == BaselineTally.Change())
    let shrunk = outcome.tally.updated(takingOutStale: true, puttingInNew: false)
    #expect(shrunk.baseline.rendered() == (try whole(of: posts(["\(relish) Two."]))).rendered())
    #expect(shrunk.change == BaselineTally.Change(added: 0, removed: 2 * each))
    let grown = outcome.tally.updated(takingOutStale: false, puttingInNew: true)
    #expect(grown.change == BaselineTally.Change(added: each, removed: 0))
    #expect(grown.baseline.count == 3 * each)
    let both = outcome.tally.updated(takingOutStale: true, puttingInNew: true)
    #expect(both.change == BaselineTally.Change(added: each, removed: 2 * each))
    #expect(
      both.baseline.rendered()
        == (try whole(of: posts(["\(relish) Three.", "\(relish) Two."]))).rendered())
  }

  @Test func `what occurs more often than is counted is known, told, and counted when accepted`()
    throws
  {
    let before = try whole(of: posts([relish]))
    var outcome = try audit(posts([relish, relish, relish]), against: before)
    #expect(outcome.counts.new == 0)
    #expect(outcome.counts.repeated == 2 * before.count)
    let kept = outcome.tally.updated(takingOutStale: true, puttingInNew: false)
    #expect(kept.baseline.rendered() == before.rendered())
    let grown = outcome.tally.updated(takingOutStale: true, puttingInNew: true)
    #expect(grown.change == BaselineTally.Change(added: 2 * before.count, removed: 0))
  }

  @Test func `many new findings are put together, each once`() throws {
    var tally = BaselineTally(Baseline(keyID: key.id), gathersNew: true)
    var random = SeededGenerator(seed: 4)
    var expected: [ContentHash: UInt32] = [:]
    var post = AuditedPost(
      textSHA256: "", account: nil, time: nil, kind: "original", isDeleted: false, verdict: .advise,
      score: 1)
    for _ in 0..<30_000 {
      let number = UInt64.random(in: 0..<9_000, using: &random)
      let hash = ContentHash(key.code(of: [Array("\(number)".utf8)]))
      expected[hash, default: 0] += 1
      post.new = [BaselineMark(rule: "rule-\(number % 7)", hash: hash)]
      tally.add(
        AuditedRecord(
          index: 0, id: nil, source: .init(file: "", record: 1, line: 1), outcome: .checked(post)))
    }
    let baseline = tally.updated(takingOutStale: true, puttingInNew: true).baseline
    #expect(baseline.count == expected.count)
    #expect(baseline.entries.allSatisfy { expected[$0.hash] == $0.count })
  }
}

extension AuditedRecord {
  /// True when nothing is listed.
  fileprivate var isQuiet: Bool {
    if case .checked(let post) = outcome { post.findings.isEmpty } else { true }
  }
}
