import PostText
import RiskEngine
import Rules
import TestSupport

/// The whole way of a post: readings, prefilter, PCRE2, conditions, score and verdict.
struct WholePath {
  private let program: RuleProgram

  /// Measures a program.
  init(_ program: RuleProgram) {
    self.program = program
  }

  /// Prints posts a second on one core, and the ratio to running every pattern on every post.
  func compare(on posts: [String]) {
    let drafts = posts.map { Draft($0) }
    let sample = Array(drafts.prefix(600))
    let plain = CompiledRules(program, mode: .machineCode, usesPrefilter: false)
    let filtered = CompiledRules(program, mode: .machineCode)
    var (slow, fast): ([Double], [Double]) = ([], [])
    var found = (plain: 0, filtered: 0)
    // The two take turns, so that whatever else the machine does burdens both.
    for _ in 0..<3 {
      slow.append(ProcessorClock.measure { found.plain = Self.run(plain, sample, rounds: 1) })
      fast.append(
        ProcessorClock.measure { found.filtered = Self.run(filtered, sample, rounds: 20) })
    }
    guard found.plain == found.filtered else {
      fatalError("the prefilter changed the answers: \(found)")
    }
    let all = ProcessorClock.measure { _ = Self.run(filtered, drafts, rounds: 4) }
    let reading = ProcessorClock.measure { Self.read(drafts, rounds: 4) }
    let perPost = all * 1e6 / Double(drafts.count * 4)
    let slowest = (slow.min() ?? 0) * 1e6 / Double(sample.count)
    let fastest = (fast.min() ?? 0) * 1e6 / Double(sample.count * 20)
    print("  every pattern  \(Benchmark.shown(slowest)) µs a post")
    print("  prefiltered    \(Benchmark.shown(fastest)) µs a post, \(Int(1e6 / fastest)) posts/s")
    print("  ratio          \(Benchmark.shown(slowest / fastest)) ×")
    print("  all posts      \(Benchmark.shown(perPost)) µs a post, \(Int(1e6 / perPost)) posts/s")
    print("  … of which readings \(Benchmark.shown(reading * 1e6 / Double(drafts.count * 4))) µs")
  }

  /// Prints the time of the worst posts of 25,000 characters that we know of.
  func worstPosts() {
    let rules = CompiledRules(program, mode: .machineCode)
    var checker = Checker(rules: rules)
    let pieces = [
      "love door ", "we smashed the door and loved it ", "a ", "f*ck ", "f u c k ", "07700 900123 ",
      "#knockknock ", "👮 ", "Labour MP shame ", "he was arrested the thief ", "A1 1AA ", "''\"\"",
      "é́ ",
    ]
    for piece in pieces {
      let count = piece.unicodeScalars.count
      let draft = Draft(String(repeating: piece, count: 25_000 / count))
      var isIncomplete = false
      let times = (0..<3).map { _ in
        ProcessorClock.measure { isIncomplete = checker.check(draft).isIncomplete }
      }
      let best = Benchmark.shown((times.min() ?? 0) * 1e3)
      print("  25,000 of “\(piece)”: \(best) ms\(isIncomplete ? ", not checked in full" : "")")
    }
  }

  /// Checks 500 generated posts so many times, and prints nothing.
  func checkGenerated(rounds: Int) {
    let rules = CompiledRules(program, mode: .machineCode)
    let drafts = GeneratedPosts.make(count: 500, seed: 7).map { Draft($0) }
    _ = Self.run(rules, drafts, rounds: rounds)
  }

  private static func run(_ rules: CompiledRules, _ drafts: [Draft], rounds: Int) -> Int {
    var checker = Checker(rules: rules)
    var found = 0
    for _ in 0..<rounds {
      found = 0
      for draft in drafts {
        let assessment = checker.check(draft)
        for finding in assessment.findings { found &+= finding.span.lowerBound &+ finding.points }
      }
    }
    return found
  }

  private static func read(_ drafts: [Draft], rounds: Int) {
    var view = PostView()
    for _ in 0..<rounds {
      for draft in drafts { view.read(draft) }
    }
  }
}
