import PCRE2
import PostText
import Prefilter
import RiskEngine
import Rules
import StarterRules
import TestSupport

/// Measures the engine; every comparison is made in one run, since machines are noisy.
///
/// Without arguments it prints all figures. `count N` checks 500 posts N times against 300 generated rules and
/// prints nothing: for callgrind, whose counts of two such runs tell the instructions a post. `shipped N` checks
/// the real posts N times against the shipped pack, and prints the fastest round; `generated N` does so with 300
/// generated rules. `peers FOLDER` writes the patterns
/// and posts that `Tests/Benchmarks/peers` gives to other tools, and `alone N` reads N posts, the real ones over and
/// over, by the same patterns.
@main
struct Benchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.count == 3, arguments[1] == "count", let rounds = Int(arguments[2]) {
      WholePath(GeneratedProgram.make(rules: 300)).checkGenerated(rounds: rounds)
      return
    }
    if arguments.count == 3, arguments[1] == "shipped", let rounds = Int(arguments[2]) {
      let prefilter = StarterRules.prefilter()
      return try printFastest(
        of: rounds,
        CompiledRules(StarterRules.program(), mode: .machineCode, prefilter: prefilter))
    }
    if arguments.count == 3, arguments[1] == "generated", let rounds = Int(arguments[2]) {
      return try printFastest(
        of: rounds, CompiledRules(GeneratedProgram.make(rules: 300), mode: .machineCode))
    }
    if arguments.count == 3, arguments[1] == "peers" {
      return try Peers(folder: arguments[2]).write()
    }
    let corpus = try CorpusPosts.texts("corpora/police-ordinary-dev.jsonl")
    let posts = corpus.isEmpty ? GeneratedPosts.make(count: 5_000, seed: 1) : corpus
    if arguments.count == 3, arguments[1] == "alone", let count = Int(arguments[2]) {
      return compare(GeneratedRules.make(count: 300, seed: 42), texts(of: posts), reading: count)
    }
    print("\(posts.count) \(corpus.isEmpty ? "generated" : "real") posts, processor time")
    for count in [300, 1_000] {
      print("\nwhole path, \(count) generated rules")
      WholePath(GeneratedProgram.make(rules: count)).compare(on: posts)
    }
    let shipped = try StarterRules.program()
    print(
      "\nwhole path, the shipped pack: \(shipped.rules.count) rules, \(shipped.patterns.count) patterns"
    )
    let path = WholePath(shipped)
    path.compare(on: posts)
    path.worstPosts()
    for count in [300, 1_000] {
      compare(GeneratedRules.make(count: count, seed: 42), texts(of: posts))
    }
  }

  /// Checks the real posts so many times, and prints the fastest round.
  private static func printFastest(of rounds: Int, _ rules: CompiledRules) throws {
    let drafts = try CorpusPosts.texts("corpora/police-ordinary-dev.jsonl").map { Draft($0) }
    var checker = Checker(rules: rules)
    let times = (0..<rounds).map { _ in
      ProcessorClock.measure { for draft in drafts { _ = checker.check(draft) } }
    }
    let fastest = (times.min() ?? 0) * 1e6 / Double(drafts.count)
    print("\(shown(fastest)) µs a post at best, \(Int(1e6 / fastest)) posts/s")
  }

  /// The words of posts as the engine reads them: patterns never see a post as it was typed.
  static func texts(of posts: [String]) -> [[UInt8]] {
    var view = PostView()
    return posts.flatMap { post in
      view.read(Draft(post))
      return view.segments.filter { $0.kind == SegmentKinds(.text, .own) }.map {
        Array(view.bytes[$0.range])
      }
    }
  }

  /// Compares the prefilter with the plain loop, reading `count` posts in a row with it; some hundred over and over
  /// when `nil`.
  private static func compare(
    _ rules: [GeneratedRules.Rule], _ posts: [[UInt8]], reading count: Int? = nil
  ) {
    let entries = rules.map { rule in
      PatternSet.Entry(source: rule.source, isCaseless: rule.isCaseless, kinds: 1)
    }
    var requirements: [Requirement] = []
    let analysis = ProcessorClock.measure {
      requirements = rules.map { Requirement(of: $0.source, caseless: $0.isCaseless) }
    }
    describe(requirements, analysis: analysis)
    let subjects = requirements.enumerated().map { Prefilter.Subject($1, kinds: 1, slot: $0) }

    let plain = PatternSet(entries, mode: .machineCode, prefilter: nil)
    let filtered = PatternSet(entries, mode: .machineCode, prefilter: Prefilter(subjects))
    let sample = count == nil ? Array(posts.prefix(600)) : posts
    let rounds = count.map { max(1, $0 / posts.count) } ?? 50
    // The two take turns, so that whatever else the machine does burdens both.
    var (slow, fast): ([Double], [Double]) = ([], [])
    var found = (plain: 0, filtered: 0)
    for _ in 0..<3 {
      slow.append(ProcessorClock.measure { found.plain = run(plain, sample, rounds: 1) })
      fast.append(ProcessorClock.measure { found.filtered = run(filtered, sample, rounds: rounds) })
    }
    guard found.plain == found.filtered else {
      fatalError("the prefilter changed the answers: \(found)")
    }
    let slowest = (slow.min() ?? 0) * 1e6 / Double(sample.count)
    let fastest = (fast.min() ?? 0) * 1e6 / Double(sample.count * rounds)
    print("  plain loop  \(shown(slowest)) µs a post, \(Int(1e6 / slowest)) posts/s")
    print(
      "  prefilter   \(shown(fastest)) µs a post, \(Int(1e6 / fastest)) posts/s, \(sample.count * rounds) posts"
    )
    print("  ratio       \(shown(slowest / fastest)) ×")
  }

  private static func describe(_ requirements: [Requirement], analysis: Double) {
    let subjects = requirements.enumerated().map { Prefilter.Subject($1, kinds: 1, slot: $0) }
    let building = (0..<9).map { _ in ProcessorClock.measure { _ = Prefilter(subjects) } }.min()
    let all = requirements.flatMap { $0.literals.joined() }
    let alwaysRun = requirements.count { $0.isAlways }
    print(
      "\npatterns alone: \(requirements.count) generated, \(all.count) literals, \(Set(all).count) of them distinct"
    )
    print("  \(alwaysRun) patterns always run")
    print("  requirements worked out in \(shown(analysis * 1e3)) ms")
    print("  prefilter built in \(shown((building ?? 0) * 1e3)) ms")
  }

  private static func run(_ set: PatternSet, _ posts: [[UInt8]], rounds: Int) -> Int {
    var scratch = set.makeScratch()
    var found = 0
    for _ in 0..<rounds {
      found = 0
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

  /// A number with two decimals.
  static func shown(_ value: Double) -> String {
    String((value * 100).rounded() / 100)
  }
}
