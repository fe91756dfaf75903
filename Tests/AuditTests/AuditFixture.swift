import Archives
import PostText
import Reports
import RiskEngine
import Rules
import StarterRules
import TestSupport

@testable import Audit

/// Audits made-up inputs by the shipped rules.
enum AuditFixture {
  /// What every test's audit is told.
  static func context(
    filter: AuditFilter = AuditFilter(), baseline: BaselineCheck? = nil
  ) throws -> AuditContext {
    let program = try StarterRules.program()
    return AuditContext(
      rules: CompiledRules(program, mode: .interpreted, prefilter: StarterRules.prefilter()),
      disabledRules: [], profile: { _ in AccountProfile() }, account: "NorthmarchPolice",
      filter: filter,
      writer: AuditLineWriter(
        Report(
          records: [], isList: true, manifest: program.manifest, rulesSHA256: "0",
          toolVersion: "1", exitCode: 0)), writesLines: true, baseline: baseline)
  }

  /// Drafts in JSON Lines, with lines among them that cannot be read or that no filter lets through.
  static func lines(count: Int, seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    let posts = GeneratedPosts.make(count: count, seed: seed)
    var bytes: [UInt8] = []
    for (number, text) in posts.enumerated() {
      var post = ArchivedPost(draft: .init(text + " officers"))
      post.draft.id = "p\(number)"
      post.time = PostTime(seconds: 1_600_000_000 + number * 3_600)
      post.kind = PostKind.allCases.randomElement(using: &random) ?? .original
      post.isDeleted = Int.random(in: 0..<9, using: &random) == 0
      post.draft.text = Self.risky.randomElement(using: &random).map { "\($0) \(text)" } ?? text
      switch Int.random(in: 0..<12, using: &random) {
      case 0: bytes += Array("{\"id\": \"x\(number)\", \"text\": }\n".utf8)
      case 1: bytes += Array("{\"id\": \"y\(number)\", \"tekst\": \"a\"}\n".utf8)
      case 2:
        post.cut = "cut short"
        bytes += PostLine.bytes(post)
      default: bytes += PostLine.bytes(post)
      }
    }
    return bytes
  }

  private static let risky = [
    "Kicking down doors is one of our favourite things to do.", "Vote Labour tomorrow!",
    "Officers were called to a collision.", "Idiots. Ring 07700 900123 @someone",
  ]

  /// A reader of such lines, by chunks of a size.
  static func reader(_ bytes: [UInt8]) -> BatchReader {
    BatchReader([
      LineReader(BytesSource(bytes), file: "posts.jsonl", decoder: DraftLineDecoder(ruleIDs: []))
    ])
  }

  /// The batches of an audit, from where an earlier run ended.
  static func batches(
    _ bytes: [UInt8], jobs: Int, skipping batches: Int = 0, records: Int = 0,
    filter: AuditFilter = AuditFilter(), baseline: BaselineCheck? = nil
  ) throws -> [AuditedBatch] {
    let reader = reader(bytes)
    _ = reader.skip(batches: batches)
    let gathered = Gathered()
    try AuditPipeline(context(filter: filter, baseline: baseline), jobs: jobs).run(
      reader, from: records, shouldStop: { false }
    ) { batch throws(AuditStop) in
      gathered.batches.append(batch)
    }
    return gathered.batches
  }

  private final class Gathered: @unchecked Sendable {
    // One delivery runs at a time.
    var batches: [AuditedBatch] = []
  }
}
