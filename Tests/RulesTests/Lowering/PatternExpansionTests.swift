import Testing

@testable import Rules

/// List macros in patterns.
struct PatternExpansionTests {
  private let lists = ListPatterns([
    Found.list("glee", ["buzzing", "chuffed"]), Found.list("parties", ["SNP"], letterCase: .exact),
    Found.list("x", ["no"]),
  ])

  private func expansion(
    _ written: String, letterCase: Matcher.LetterCase = .ignore
  ) -> PatternExpansion {
    PatternExpansion(written, lists: lists, letterCase: letterCase)
  }

  @Test func `a macro finds the terms of its list`() throws {
    let source = expansion(#"so {glee}\b"#).source
    #expect(try Found.by(pattern: source, in: "So Chuffed!") == ["So Chuffed"])
    #expect(try Found.by(pattern: source, in: "so happy") == [])
  }

  @Test func `a list keeps its own way with letter case`() throws {
    let caseless = expansion("vote {parties}").source
    #expect(try Found.by(pattern: caseless, in: "VOTE SNP, vote snp") == ["VOTE SNP"])
    let exact = expansion("[A-Z]+ {glee}", letterCase: .exact).source
    #expect(
      try Found.by(pattern: exact, isCaseless: false, in: "PC buzzing, pc Buzzing, PC Buzzing")
        == ["PC buzzing", "PC Buzzing"])
  }

  @Test(arguments: [
    #"a{2}"#, #"a{2,3}"#, #"a{,3}"#, #"a{2,}"#, #"\{glee}"#, #"[{glee}]"#, #"[]{glee}]"#,
    #"[^]{glee}]"#, #"[\]{glee}]"#, #"[[:alpha:]{glee}]"#, #"\p{L}\x{41}"#, #"\P{Lu}"#,
    #"\N{U+41}"#, #"(?<n>a)\k{n}"#, #"{Glee}"#, #"{}"#, #"{ glee }"#, #"a{"#, #"\"#, #"[a"#, "",
  ])
  func `escapes, classes and quantifiers are left as they are`(written: String) {
    let expansion = expansion(written)
    #expect(expansion.source == written)
    #expect(expansion.unknownLists.isEmpty)
  }

  @Test(arguments: [#"[a]{x}"#, #"[]]{x}"#, #"[[:alpha:]]{x}"#, #"[[]{x}"#, #"\\{x}"#, #"\[{x}"#])
  func `after a class or an escape a macro is one again`(written: String) {
    #expect(expansion(written).source != written)
  }

  @Test func `unknown lists are named with their places`() {
    let unknown = expansion("é{nope} {glee} {neither-2}").unknownLists
    #expect(unknown.map(\.name) == ["nope", "neither-2"])
    #expect(unknown.map(\.offset) == [1, 15])
  }

  @Test func `a byte of the expanded pattern leads back to what was written`() {
    let written = #"é\bx{glee}(y"#
    let expansion = expansion(written)
    let bytes = Array(expansion.source.utf8)
    #expect(expansion.writtenOffset(ofByte: 0) == 0)
    #expect(expansion.writtenOffset(ofByte: 2) == 1)
    #expect(expansion.writtenOffset(ofByte: 3) == 1)
    #expect(expansion.writtenOffset(ofByte: 4) == 3)
    for byte in 5..<bytes.count - 2 { #expect(expansion.writtenOffset(ofByte: byte) == 4) }
    #expect(expansion.writtenOffset(ofByte: bytes.count - 2) == 10)
    #expect(expansion.writtenOffset(ofByte: bytes.count - 1) == 11)
  }
}
