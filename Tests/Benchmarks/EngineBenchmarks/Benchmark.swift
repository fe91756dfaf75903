import PCRE2
import RiskEngine
import TestSupport

/// Compares the prefiltered set with the plain loop over all patterns, in one run.
@main
struct Benchmark {
  static func main() throws {
    let corpus = try CorpusPosts.texts("corpora/police-ordinary-dev.jsonl")
    let posts = corpus.isEmpty ? GeneratedPosts.make(count: 5_000, seed: 1) : corpus
    print("\(posts.count) \(corpus.isEmpty ? "generated" : "real") posts")
    for count in [300, 1_000] {
      try compare(GeneratedRules.make(count: count, seed: 42), posts.map { Array($0.utf8) })
    }
  }

  private static func compare(_ rules: [GeneratedRules.Rule], _ posts: [[UInt8]]) throws {
    let clock = ContinuousClock()
    var entries: [PatternSet.Entry] = []
    let analysis = clock.measure {
      entries = rules.map { rule in
        PatternSet.Entry(
          source: rule.source, isCaseless: rule.isCaseless,
          requirement: Requirement(of: rule.source, caseless: rule.isCaseless), kinds: 1)
      }
    }
    let subjects = entries.map { Prefilter.Subject($0.requirement, kinds: 1) }
    let building = (0..<5).map { _ in clock.measure { _ = Prefilter(subjects) } }.min() ?? .zero
    let literals = Set(entries.flatMap { $0.requirement.literals.flatMap { $0.map(\.bytes) } })
    let alwaysRun = entries.count { $0.requirement.isAlways }
    print("\n\(rules.count) patterns, \(literals.count) literals, \(alwaysRun) always run")
    print("  requirements \(analysis), prefilter built in \(building)")

    let plain = try PatternSet(entries, mode: .eager, usesPrefilter: false)
    let filtered = try PatternSet(entries, mode: .eager)
    // The two take turns, so that whatever else the machine does burdens both.
    let sample = Array(posts.prefix(1_500))
    var slow: [Duration] = []
    var fast: [Duration] = []
    var found = (plain: 0, filtered: 0)
    for _ in 0..<3 {
      slow.append(clock.measure { found.plain = run(plain, sample, rounds: 1) })
      fast.append(clock.measure { found.filtered = run(filtered, sample, rounds: 40) })
    }
    guard found.plain == found.filtered else {
      fatalError("the prefilter changed the answers: \(found)")
    }
    let slowest = perPost(slow.min() ?? .zero, sample.count)
    let fastest = perPost(fast.min() ?? .zero, sample.count * 40)
    print("  \(found.plain) matches in \(sample.count) posts")
    print("  plain loop  \(shown(slowest)) µs a post, \(Int(1e6 / slowest)) posts/s")
    print("  prefilter   \(shown(fastest)) µs a post, \(Int(1e6 / fastest)) posts/s")
    print("  ratio       \(shown(slowest / fastest)) ×")
  }

  private static func run(_ set: PatternSet, _ posts: [[UInt8]], rounds: Int) -> Int {
    var scratch = set.makeScratch()
    var found = 0
    for round in 0..<rounds {
      if round > 0 { found = 0 }
      for post in posts {
        post.withUnsafeBufferPointer { text in
          set.findMatches(in: text, kind: 1, using: &scratch) { pattern, failure in
            found &+= failure == nil ? pattern &+ 1 : 1 << 32
          }
        }
      }
    }
    return found
  }

  private static func perPost(_ duration: Duration, _ count: Int) -> Double {
    duration / .microseconds(1) / Double(count)
  }

  private static func shown(_ value: Double) -> String {
    String((value * 100).rounded() / 100)
  }
}
