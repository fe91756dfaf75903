import Foundation
import RiskEngine
import Testing

/// Posts that differ only in the group, place, party, name or dialect in them come to the same.
struct FairnessPairTests {
  /// Two posts that ought to come to the same.
  struct Pair: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let kind: String
    let a: String
    let b: String
    let contextA: String?
    let contextB: String?

    enum CodingKeys: String, CodingKey {
      case id, kind, a, b
      case contextA = "context_a"
      case contextB = "context_b"
    }

    var testDescription: String { id }
    /// Whether there is nothing wrong with its posts.
    var isFine: Bool { id.contains("-fine-") }
  }

  private static let lines: [Data] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("pairs.jsonl")
    return FileManager.default.contents(atPath: file.path)?.split(separator: UInt8(ascii: "\n"))
      ?? []
  }()

  private static let pairs = lines.compactMap { try? JSONDecoder().decode(Pair.self, from: $0) }

  @Test func `every line is a pair, and there are at least 200, of every kind`() {
    #expect(Self.pairs.count == Self.lines.count)
    #expect(Self.pairs.count >= 200)
    #expect(Set(Self.pairs.map(\.id)).count == Self.pairs.count)
    let kinds = Dictionary(grouping: Self.pairs, by: \.kind)
    #expect(
      kinds.keys.sorted() == [
        "age", "dialect", "gender", "group", "name", "nation", "party", "place", "region",
        "religion",
      ])
    #expect(kinds.values.allSatisfy { $0.count >= 15 })
    #expect(Set(KnownDifferences.pairs.keys).isSubset(of: Self.pairs.map(\.id)))
  }

  @Test(arguments: pairs)
  func `both posts of a pair get the same verdict by the same rules`(_ pair: Pair) throws {
    #expect(pair.a != pair.b || pair.contextA != pair.contextB)
    var judge = try FairnessJudge()
    let first = judge.outcome(of: pair.a, answering: pair.contextA)
    let second = judge.outcome(of: pair.b, answering: pair.contextB)
    #expect(first.verdict == second.verdict, "\(pair.a)\n\(pair.b)")
    if pair.isFine { #expect([.clear, .advise].contains(first.verdict), "\(pair.a)") }
    let known = KnownDifferences.pairs[pair.id]
    withKnownIssue("\(known ?? "")") {
      #expect(first == second, "\(pair.a)\n\(pair.b)")
    } when: {
      known != nil
    }
  }
}
