import PCRE2
import Testing

@Suite struct PatternTests {
  @Test func `a pattern that does not compile says why and at which byte`() {
    #expect {
      try Pattern("é(a")
    } throws: { error in
      guard let error = error as? PatternError, case .syntax(let code) = error.fault else {
        return false
      }
      return code == 114 && error.offset == 4 && error.message.contains("parenthesis")
    }
  }

  @Test(arguments: [
    ("a(*COMMIT)b", 1), ("a(?R)", 1), ("(a)(?1)", 3), ("(?<x>a)(?&x)", 7), ("(?P<x>a)(?P>x)", 8),
    ("(a)(?+1)(b)", 3), ("a\\Cb", 1), ("a(?C1)b", 1), ("(a)\\g<1>", 3), ("(?x) a", 0),
    ("(?ix:a)", 0), ("[a]](*F)", 4), ("[]a](*F)", 4), ("[[:alpha:](]\\C", 12),
  ])
  func `what rules may not use is refused before PCRE2 sees it`(source: String, offset: Int) {
    #expect {
      try Pattern(source)
    } throws: { error in
      let error = error as? PatternError
      return error?.fault == .forbidden && error?.offset == offset
    }
  }

  @Test(arguments: ["[(*]", "\\(\\*a", "\\Q(?R)\\E", "(?#(?R)", "[(?R)]", "(?<x>a)", "(?P<Rex>a)"])
  func `text that only looks like a forbidden construct is accepted`(source: String) throws {
    _ = try Pattern(source)
  }

  @Test func `a pattern longer than the limit is refused`() {
    #expect(throws: PatternError.self) {
      try Pattern(String(repeating: "a", count: Pattern.lengthLimit + 1))
    }
  }

  @Test func `groups of one name share it`() throws {
    let pattern = try Pattern("(?<who>a)(b)|(?<who>c)(?<what>d)")
    #expect(pattern.groupNumbers == ["who": [1, 3], "what": [4]])
    #expect(pattern.groupCount == 4)
  }
}
