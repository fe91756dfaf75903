import TestSupport
import Testing

@testable import Rules

/// What terms find once they are patterns.
struct TermPatternTests {
  @Test func `signs of patterns are plain signs in terms`() throws {
    for term in ["a.b", "c++", "[x]", "$5", "a\\b", "x^2", "50%", "#tag", "why?", "{a}", "a/b"] {
      #expect(try Found.by(term, in: "so \(term) it") == [term])
    }
    #expect(try Found.by("a.b", in: "axb") == [])
    #expect(try Found.by("c++", in: "ccc") == [])
  }

  @Test func `words end at boundaries, signs do not`() throws {
    #expect(try Found.by("cat", in: "cat, concat, cats, cat's") == ["cat", "cat"])
    #expect(try Found.by("c++", in: "c++11") == ["c++"])
    #expect(try Found.by("é", in: "é née") == ["é"])
    #expect(try Found.by("'tis", in: "'tis tis artist") == ["tis", "tis"])
  }

  @Test func `words keep their boundaries beside signs in one choice`() throws {
    #expect(try Found.by("(fun|😂)", in: "funeral fun😂") == ["fun", "😂"])
    #expect(try Found.by("so (cool|😎)", in: "so coolant, so 😎, so cool") == ["so 😎", "so cool"])
    #expect(try Found.by("(#|number)? nine", in: "canine # nine nine") == ["# nine", "nine"])
    #expect(try Found.by("(£|(pound|😂)) off", in: "compound off, £ off") == ["£ off"])
  }

  @Test func `a combining mark stays with its letter in a long list`() throws {
    let terms = ["cafe\u{301}", "e\u{301}lan", "elan", "eland"]
    for letterCase in [Matcher.LetterCase.ignore, .capitals] {
      let found = { try Found.by(terms: terms, in: $0, letterCase: letterCase) }
      #expect(try found("e\u{301}lan") == ["e\u{301}lan"])
      #expect(try found("eland elan") == ["eland", "elan"])
    }
  }

  @Test func `of two terms at one place the longer is found`() throws {
    let terms = ["off", "off duty", "off duty drinks"]
    #expect(try Found.by(terms: terms, in: "off duty drinks") == ["off duty drinks"])
    #expect(try Found.by(terms: terms, in: "off duty") == ["off duty"])
  }

  @Test func `terms whose small letters are free are grouped by their first, and all are found`()
    throws
  {
    let terms = ["reform", "reform council", "r", "rally", "Reform club", "vote", "voter", "MP"]
    let text = "REFORM council, Reform Club, reform club, r. RALLY VOTEr Vote votes MP Mp"
    let found = [
      "REFORM council", "Reform Club", "reform", "r", "RALLY", "VOTEr", "Vote", "MP",
    ]
    #expect(try Found.by(terms: terms, in: text, letterCase: .capitals) == found)
    let place = SourcePlace(file: "", line: 1, column: 1)
    let pattern = ListPatterns([]).pattern(
      for: .init(terms: terms.map { Placed($0, at: place) }, letterCase: .capitals))
    #expect(pattern.split(separator: #"\b(?i:v)"#, omittingEmptySubsequences: false).count == 2)
  }

  @Test func `a masked word is found with any letters but the first starred`() throws {
    for text in ["twat", "tw*t", "t**t", "t***", "t*at", "TW*T"] {
      #expect(try Found.by("twat", in: "a \(text).", masked: true) == [text])
    }
    for text in ["****", "t****", "tw*", "tw*ty", "xtw*t", "tw*t*"] {
      #expect(try Found.by("twat", in: "a \(text).", masked: true) == [])
    }
    #expect(try Found.by("twat", in: "a tw*t.", masked: false) == [])
  }

  @Test func `short words cannot be masked, and endings go on under the mask`() throws {
    #expect(try Found.by("ab", in: "a*", masked: true) == [])
    #expect(try Found.by("wank~", in: "w*nking w**ks", masked: true) == ["w*nking", "w**ks"])
    #expect(try Found.by("wank*", in: "w*nkstain", masked: true) == ["w*nkstain"])
  }

  @Test func `all forms of a word are found masked, those with another stem too`() throws {
    for text in ["sh*t", "sh*ts", "sh*tting", "sh**tin", "shi**ed"] {
      #expect(try Found.by("shit~", in: "a \(text).", masked: true) == [text])
    }
    #expect(
      try Found.by("take~", in: "t*ken t**k t*kes", masked: true) == ["t*ken", "t**k", "t*kes"])
    #expect(
      try Found.by("go~", in: "went g**s gone goes", masked: true) == ["went", "gone", "goes"])
  }

  @Test func `each masked word is looked for as written and, by itself, starred`() throws {
    let place = SourcePlace(file: "", line: 1, column: 1)
    let terms = Matcher.Terms(
      terms: (100..<400).map { Placed("kiss\($0)swim~", at: place) }, isMasked: true)
    let sources = ListPatterns([]).terms(of: terms)
    #expect(sources.count == 600)
    let found = try sources.flatMap {
      try Found.by(pattern: $0.source, in: "a k*ss107swimmin and a kiss399sw*ms, kiss399swims")
    }
    #expect(found.sorted() == ["k*ss107swimmin", "kiss399sw*ms", "kiss399swims"])
  }

  @Test func `a list of lists finds the terms of all, each list once`() throws {
    let lists = ListPatterns([
      Found.list("one", ["alpha"], includes: ["two"]),
      Found.list("two", ["SNP"], letterCase: .exact, includes: ["one"]),
    ])
    let place = SourcePlace(file: "", line: 1, column: 1)
    let pattern = lists.pattern(for: .init(lists: [Placed("one", at: place)]))
    #expect(try Found.by(pattern: pattern, in: "ALPHA SNP snp") == ["ALPHA", "SNP"])
    #expect(lists.pattern(for: .init(lists: [Placed("three", at: place)])).isEmpty)
  }

  @Test func `a word finds itself among random lists`() throws {
    var random = SeededGenerator(seed: 6)
    let letters = ["a", "b", "e", "é", "k", "s", "'", "-", "+", " "]
    for _ in 0..<150 {
      let terms = (0..<6).map { _ in
        "x" + (0..<4).map { _ in letters.randomElement(using: &random) ?? "" }.joined() + "y"
      }
      for term in terms {
        let found = try Found.by(terms: terms, in: "so \(term) it")
        #expect(found == [term], "\(terms)")
      }
    }
  }
}
