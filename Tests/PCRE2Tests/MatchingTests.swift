import PCRE2
import Testing

@Suite struct MatchingTests {
  private let scratch = MatchScratch()

  private func matches(_ source: String, _ text: String, jit: Bool = true) throws -> [Range<Int>] {
    let pattern = try Pattern(source, options: .init(jit: jit))
    var found: [Range<Int>] = []
    let bytes = Array(text.utf8)
    try bytes.withUnsafeBufferPointer { buffer in
      try pattern.forEachMatch(in: buffer, using: scratch) { match in
        found.append(match)
        return found.count < 100
      }
    }
    return found
  }

  @Test(arguments: [true, false])
  func `every match is found once, empty ones included, by whole characters`(jit: Bool) throws {
    #expect(try matches("a*", "baac", jit: jit) == [0..<0, 1..<3, 3..<3, 4..<4])
    #expect(try matches("x*", "é👮", jit: jit) == [0..<0, 2..<2, 6..<6])
    #expect(try matches("\\b", "ab c", jit: jit) == [0..<0, 2..<2, 3..<3, 4..<4])
    #expect(try matches("a", "", jit: jit) == [])
    #expect(try matches("^", "", jit: jit) == [0..<0])
  }

  private func first(
    _ pattern: Pattern, _ text: String, from offset: Int = 0
  ) throws -> Range<Int>? {
    try Array(text.utf8).withUnsafeBufferPointer { buffer in
      try pattern.firstMatch(in: buffer, from: offset, using: scratch)
    }
  }

  private func has(
    _ pattern: Pattern, _ text: String, from offset: Int = 0, limits: MatchLimits = .init()
  ) throws -> Bool {
    try Array(text.utf8).withUnsafeBufferPointer { buffer in
      try pattern.hasMatch(in: buffer, from: offset, using: MatchScratch(limits: limits))
    }
  }

  @Test func `a look-behind sees what stands before the start`() throws {
    let pattern = try Pattern("(?<=PC )Smith")
    #expect(try first(pattern, "PC Smith", from: 3) == 3..<8)
    #expect(try first(pattern, "Smith") == nil)
  }

  @Test func `an anchored pattern matches only where matching starts`() throws {
    let pattern = try Pattern("\\bcell", options: .init(anchored: true, jit: true))
    #expect(try !has(pattern, "the cell"))
    #expect(try has(pattern, "the cell", from: 4))
    #expect(try !has(pattern, "excell", from: 2))
  }

  @Test func `groups are read by number and by name`() throws {
    let pattern = try Pattern("(?<day>\\d+)(th)?|(?<day>first)")
    #expect(try first(pattern, "on the 14") == 7..<9)
    #expect(pattern.range(ofGroup: "day", in: scratch) == 7..<9)
    #expect(pattern.range(ofGroup: 2, in: scratch) == nil)
    #expect(pattern.range(ofGroup: 9, in: scratch) == nil)
    #expect(pattern.range(ofGroup: "month", in: scratch) == nil)
  }

  @Test func `a pattern with many groups gets room for all of them`() throws {
    let pattern = try Pattern(String(repeating: "(a)", count: 40), options: .init(jit: true))
    let text = String(repeating: "a", count: 40)
    #expect(try has(pattern, text))
    _ = try first(pattern, text)
    #expect(pattern.range(ofGroup: 40, in: scratch) == 39..<40)
  }

  @Test(arguments: [true, false])
  func `a limit is an error and never "no match"`(jit: Bool) throws {
    let pattern = try Pattern("(a+)+$", options: .init(jit: jit))
    let text = String(repeating: "a", count: 60) + "!"
    #expect(throws: MatchFailure.limit(.match)) { try has(pattern, text) }
  }

  @Test func `the match limit can be lowered`() throws {
    let pattern = try Pattern("a.*b.*c$")
    let text = String(repeating: "ab", count: 50) + "cd"
    #expect(try !has(pattern, text))
    #expect(throws: MatchFailure.limit(.match)) {
      try has(pattern, text, limits: .init(match: 50))
    }
  }

  @Test func `bytes that are not UTF-8 are refused at the safe door`() throws {
    let pattern = try Pattern("a", options: .init(jit: true))
    #expect(throws: MatchFailure.invalidUTF8(offset: 2)) {
      try pattern.firstMatch(validating: [0x62, 0x61, 0xFF], using: scratch)
    }
    #expect(try pattern.firstMatch(validating: [0x62, 0x61], using: scratch) == 1..<2)
  }

  @Test func `words, digits and case go by Unicode`() throws {
    #expect(try matches("\\w+", "Ökö ٣") == [0..<5, 6..<8])
    #expect(try matches("(?i)ÉCOLE", "école") == [0..<6])
  }
}
