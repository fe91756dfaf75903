import PCRE2
import Testing

@Suite struct PatternHazardsTests {
  @Test(arguments: [
    ("(a+)+$", PatternHazards.Shape.nestedLoops), ("(?:\\w+\\s*)+$", .nestedLoops),
    ("x\\s*\\s*y", .competingLoops), ("a.*.*b", .competingLoops), ("\\w+@x", .leadingLoop),
    (".*foo", .leadingLoop), ("(\\w)\\1", .backreference),
  ])
  func `a dangerous shape is named`(source: String, shape: PatternHazards.Shape) {
    let hazards = PatternHazards(of: source, caseless: true)
    #expect(hazards.found.map(\.shape).contains(shape))
  }

  @Test(arguments: [
    "\\b(?:\\w+\\s+)+end", "\\bbig red key\\b.{0,40}\\b(?:buzz\\w*|love\\w*)\\b",
    "(?:a)(?>[^\\w.!?\\n]+\\w+){0,8}?[^\\w.!?\\n]*?(?:b)", "\\d{3}(?: ?\\d)*", "(?:a|b)+c",
  ])
  func `an honest pattern has no hazard`(source: String) {
    #expect(PatternHazards(of: source, caseless: true).found == [])
  }

  @Test func `a hazard says where its quantifier stands`() {
    #expect(PatternHazards(of: "é(a+)+$", caseless: false).found.map(\.offset) == [4])
  }

  @Test(arguments: [("a*", true), ("\\b", true), ("(?:a|)", true), ("(?=a)", true), ("a?b", false)])
  func `a pattern that can match nothing is found out twice`(source: String, may: Bool) throws {
    #expect(PatternHazards(of: source, caseless: false).mayMatchEmpty == may)
    let pattern = try Pattern(source)
    #expect(try PatternHazards.matchesEmpty(pattern, using: MatchScratch()) == may)
  }

  @Test(arguments: ["(a+)+$", "(\\w|\\d)+x", "foo(?:[a-z]+\\d*)*!", "(?:\\w+\\s*)+:$"])
  func `an attack reaches the match limit`(source: String) throws {
    for jit in [true, false] {
      let pattern = try Pattern(source, options: .init(caseless: true, jit: jit))
      let successes = AttackProbe.attack(pattern)
      #expect(successes.first?.failure == .limit(.match), "\(source), JIT \(jit)")
    }
  }

  @Test(arguments: [
    "\\b(?:\\w+\\s+)+end", "\\bbig red key\\b.{0,40}\\b(?:buzz\\w*|love\\w*)\\b", "(?:a|b)+c",
    "(?:a)(?>[^\\w.!?\\n]+\\w+){0,8}?[^\\w.!?\\n]*?(?:b)",
  ])
  func `an honest pattern withstands the attack`(source: String) throws {
    let pattern = try Pattern(source, options: .init(caseless: true, jit: true))
    #expect(AttackProbe.attack(pattern) == [])
  }
}
