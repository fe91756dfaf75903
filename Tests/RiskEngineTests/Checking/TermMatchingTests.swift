import PostText
import Rules
import Testing

/// Words and lists, as the rule language writes them and as people write posts.
struct TermMatchingTests {
  @Test func `a term is found in any letter case, at word boundaries only`() throws {
    let pack = try PackFixture("match: [{words: [arse]}]")
    #expect(pack.found("What an ARSE") == ["ARSE"])
    #expect(pack.found("A parsed arsenal") == [])
  }

  @Test func `an inflected word is found in all its forms`() throws {
    let pack = try PackFixture("match: [{words: [kick~, stop~, carry~, 'lorry~']}]")
    for word in ["kicks", "kicking", "kickin", "stopped", "stopping", "carried", "lorries"] {
      #expect(pack.found("We \(word) it") == [word])
    }
    #expect(pack.found("A kicker") == [])
  }

  @Test func `an apostrophe may be curly, straight or left out`() throws {
    let pack = try PackFixture(#"match: [{words: ["can't wait"]}]"#)
    for words in ["can't wait", "can’t wait", "cant wait", "can&#39;t wait"] {
      #expect(pack.found("We \(words) for it") == [words])
    }
  }

  @Test func `a term with an apostrophe at its edge still ends with its word`() throws {
    let pack = try PackFixture(#"match: [{words: ["lads'"]}]"#)
    #expect(pack.found("The lads’ night") == ["lads"])
    #expect(pack.found("Ladsworth is lovely") == [])
  }

  @Test func `terms that begin with the same letters are all looked for`() throws {
    let pack = try PackFixture(
      "match: [{near: [{words: [another long night shift, another long night watch]}, begins]}]")
    for words in ["another long night watch", "another long night shift"] {
      #expect(pack.found("And so \(words) begins") == ["\(words) begins"])
    }
  }

  @Test
  func `a post of one word over and over, with which hundreds of terms begin, is read to its end`()
    throws
  {
    let terms = (0..<400).map { "another long night number \($0)" }.joined(separator: ", ")
    let pack = try PackFixture("match: [{near: [{words: [\(terms)]}, begins], within: 1}]")
    let start = String(repeating: "another long night ", count: 300)
    for number in [0, 17, 399] {
      let words = "another long night number \(number) begins"
      #expect(pack.found(start + words) == [words])
    }
    #expect(pack.found(start + "begins") == [])
  }

  @Test func `a space is any white space or a hyphen`() throws {
    let pack = try PackFixture("match: [{words: [off duty]}]")
    for words in ["off duty", "off-duty", "off  duty", "off\u{A0}duty", "off\nduty", "off – duty"] {
      #expect(pack.found("All \(words) now") == [words])
    }
    #expect(pack.found("offduty") == [])
  }

  @Test func `a choice takes one of its words, and an optional one none as well`() throws {
    let pack = try PackFixture(#"match: [{words: ["kick~ (the|their)? (front|back) door~"]}]"#)
    #expect(pack.found("Kicked the back doors in") == ["Kicked the back doors"])
    #expect(pack.found("Kicked front doors") == ["Kicked front doors"])
    #expect(pack.found("Kicked his front doors") == [])
    #expect(pack.found("Kicked the door") == [])
  }

  @Test func `optional words may open a term and follow each other`() throws {
    let pack = try PackFixture(#"match: [{words: ["(so)? (very)? lovely day (out)?"]}]"#)
    for words in ["lovely day", "so lovely day", "very lovely day", "so very lovely day out"] {
      #expect(pack.found(words) == [words])
    }
    #expect(pack.found("A lovely day") == ["lovely day"])
  }

  @Test func `an optional beginning of a word keeps the space before it`() throws {
    let pack = try PackFixture(#"match: [{words: ["we (re)?open"]}]"#)
    #expect(pack.found("we open") == ["we open"])
    #expect(pack.found("we reopen") == ["we reopen"])
    #expect(pack.found("weopen") == [])
  }

  @Test func `a word with an open end takes any ending`() throws {
    let pack = try PackFixture(#"match: [{words: ["celebrat* arrest*"]}]"#)
    #expect(pack.found("Celebrating arrests!") == ["Celebrating arrests"])
    #expect(pack.found("We celebrate an arrest") == [])
  }

  @Test func `capitals of a term must be capitals, its other letters may be either`() throws {
    let pack = try PackFixture("match: [{words: [Reform, SNP], case: capitals}]")
    #expect(pack.found("Vote Reform") == ["Reform"])
    #expect(pack.found("VOTE REFORM") == ["REFORM"])
    #expect(pack.found("reform the snp") == [])
    #expect(pack.found("The SNP") == ["SNP"])
  }

  @Test func `an exact term is found as it is written`() throws {
    let pack = try PackFixture("match: [{words: [Taser~], case: exact}]")
    #expect(pack.found("Two Tasers") == ["Tasers"])
    #expect(pack.found("Two TASERS, two tasers") == [])
  }

  @Test func `a masked term is found starred out, but not inside another word`() throws {
    let pack = try PackFixture("match: [{words: [bollocks, anal], masked: true}]")
    for words in ["bollocks", "b*llocks", "bo****ks", "b*******"] {
      #expect(pack.found("Utter \(words)!") == [words])
    }
    #expect(pack.found("The c*n*l and the can*l") == [])
  }

  @Test func `an emoji is a term of its own, found anywhere`() throws {
    let pack = try PackFixture(#"match: [{words: ["😂"]}]"#)
    #expect(pack.found("Nicked😂again") == ["😂"])
  }

  @Test func `lists are found with the lists they include`() throws {
    let pack = try PackFixture(
      "match: [{list: [glee, tools]}]",
      lists: ["glee": "[buzzing, chuffed]", "tools": "[big red key]"])
    #expect(pack.found("Chuffed") == ["Chuffed"])
    #expect(pack.found("Out came the big red key") == ["big red key"])
    #expect(pack.found("glee") == [])
  }

  @Test func `a pattern may name lists and read letter case`() throws {
    let pack = try PackFixture(
      #"match: [{pattern: '\b[A-Z]{2,4}: {glee}', case: exact}]"#,
      lists: ["glee": "[buzzing]"])
    #expect(pack.found("PC: Buzzing tonight") == ["PC: Buzzing"])
    #expect(pack.found("pc: buzzing tonight") == [])
  }

  @Test func `so many matches must stand in one part`() throws {
    let pack = try PackFixture("match: [{words: [lol, haha], at_least: 3}]")
    #expect(pack.found("lol haha lol") == ["lol"])
    #expect(pack.found("lol haha") == [])
    var draft = Draft("lol haha")
    draft.thread = ["lol"]
    #expect(pack.found(draft) == [])
  }
}
