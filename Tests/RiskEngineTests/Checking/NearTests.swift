import PostText
import Rules
import Testing

@testable import RiskEngine

/// Words that stand near each other.
struct NearTests {
  @Test func `items in either order are found with at most so many words between`() throws {
    let pack = try PackFixture("match: [{near: [kick~, door~], within: 2}]")
    #expect(pack.found("We kicked in the door") == ["kicked in the door"])
    #expect(pack.found("The door got kicked") == ["door got kicked"])
    #expect(pack.found("We kicked in his front door") == [])
  }

  @Test func `items in the order given are not found the other way round`() throws {
    let pack = try PackFixture("match: [{near: [kick~, door~], order: given}]")
    #expect(pack.found("kicked a door") == ["kicked a door"])
    #expect(pack.found("a door was kicked") == [])
  }

  @Test func `a scope gives its words and patterns a name by which several can stand near others`()
    throws
  {
    let pack = try PackFixture(
      "match: [{near: [{scope: entry}, door~], order: given, within: 2}, {near: [{scope: code}, lost]}]",
      scopes: """
          - {id: entry, title: Entry, match: [{words: [kick~ in]}, {pattern: '\\bforc(?:e|ed)\\b', case: exact}]}
          - {id: code, title: Code, match: [{pattern: '\\b[A-Z]{2}\\d{2}\\b', case: exact}]}

        """)
    #expect(pack.found("We kicked in the door") == ["kicked in the door"])
    #expect(pack.found("We forced the door") == ["forced the door"])
    #expect(pack.found("We FORCED the door, or the door was forced") == [])
    #expect(pack.found("AB12 is lost, ab12 is not") == ["AB12 is lost"])
  }

  @Test func `without a number six words may lie between`() throws {
    let pack = try PackFixture("match: [{near: [alpha, omega]}]")
    #expect(pack.found("alpha 1 2 3 4 5 6 omega").count == 1)
    #expect(pack.found("alpha 1 2 3 4 5 6 7 omega") == [])
  }

  @Test(arguments: [0, 1, 30, 60, 62, 63, 64, 65, 127, 128, 129, 300])
  func `distances are counted alike anywhere in a post of any length`(before: Int) throws {
    let near = try PackFixture("match: [{near: [kick~, door~], within: 3}]")
    let pattern = try PackFixture(#"match: [{pattern: '\bkick(?: the| a| any){0,3} door\b'}]"#)
    let start = String(repeating: "on ", count: before)
    for after in [0, 1, 70] {
      let end = String(repeating: " on", count: after)
      for gap in 0...5 {
        let words = "kick" + String(repeating: " the", count: gap) + " door"
        let text = start + words + end
        #expect(near.found(text) == (gap <= 3 ? [words] : []), "\(text)")
        #expect(pattern.found(text) == (gap <= 3 ? [words] : []), "\(text)")
        // Others far away neither help nor hide a pair.
        let crowded = "door on on on on on kick on on on on on " + text
        #expect(near.found(crowded) == (gap <= 3 ? [words] : []), "\(crowded)")
        #expect(pattern.found(crowded) == (gap <= 3 ? [words] : []), "\(crowded)")
      }
    }
  }

  @Test(arguments: ["kicked. The door", "kicked!\nThe door", "kicked\nThe door", "kicked? A door"])
  func `a sentence end parts items unless the whole post counts`(text: String) throws {
    let sentence = try PackFixture("match: [{near: [kick~, door~]}]")
    #expect(sentence.found(text) == [])
    let post = try PackFixture("match: [{near: [kick~, door~], across: post}]")
    #expect(post.found(text) == [text])
  }

  @Test func `a full stop within a number or a name ends no sentence`() throws {
    let pack = try PackFixture("match: [{near: [kick~, door~]}]")
    #expect(pack.found("Kicked at 10.30 a door").count == 1)
  }

  @Test func `letters with accents are letters, not ends of words`() throws {
    let pack = try PackFixture("match: [{near: [kick~, door~], within: 1}]")
    #expect(pack.found("Kicked café’s door") == ["Kicked café’s door"])
    #expect(pack.found("Kicked tŷŷŷ door").count == 1)
  }

  @Test func `three items may stand in any order, neighbours near each other`() throws {
    let pack = try PackFixture("match: [{near: [buzz~, warrant, door~], within: 1}]")
    for text in ["buzzing warrant door", "door my warrant my buzz", "warrant a door buzzes"] {
      #expect(pack.found(text) == [text])
    }
    #expect(pack.found("buzzing warrant at the door") == [])
  }

  @Test func `of several matches of an item the one that links the others is taken`() throws {
    let text = "buzz door x door x warrant"
    for order in ["either", "given"] {
      let pack = try PackFixture(
        "match: [{near: [buzz, door, warrant], within: 2, order: \(order)}]")
      #expect(pack.found(text) == [text])
    }
  }

  @Test func `an item may be named twice and needs two matches then`() throws {
    let pack = try PackFixture("match: [{near: [door, door], within: 3}]")
    #expect(pack.found("door to door") == ["door to door"])
    #expect(pack.found("one door") == [])
  }

  @Test func `emoji are items that count no word, even joined to one`() throws {
    let pack = try PackFixture(#"match: [{near: ["😂", door~], within: 1}]"#)
    #expect(pack.found("A door 😢😢😢 😂") == ["door 😢😢😢 😂"])
    #expect(pack.found("😂mind the door") == [])
    #expect(pack.found("😂 the door") == ["😂 the door"])
  }

  @Test func `lists and patterns are items, and letter case holds for terms`() throws {
    let pack = try PackFixture(
      #"match: [{near: [{list: glee}, {pattern: '\d+ arrests?'}, SNP], case: capitals}]"#,
      lists: ["glee": "[chuffed]"])
    #expect(pack.found("Chuffed with 3 arrests at the SNP").count == 1)
    #expect(pack.found("Chuffed with 3 arrests at the snp") == [])
  }

  @Test func `nearness stays within one post of a thread`() throws {
    let pack = try PackFixture("match: [{near: [kick~, door~], across: post}]")
    var draft = Draft("We kicked")
    draft.thread = ["the door"]
    #expect(pack.found(draft) == [])
  }
}
