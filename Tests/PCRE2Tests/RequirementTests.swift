import PCRE2
import Testing

@Suite struct RequirementTests {
  private func texts(_ source: String, caseless: Bool = true) -> [[String]] {
    Requirement(of: source, caseless: caseless).literals.map { set in
      set.map { literal in
        let flags = literal.flags
        return (flags.contains(.beginsMatch) ? "^" : "")
          + (flags.contains(.boundaryBefore) ? "<" : "")
          + String(decoding: literal.bytes, as: UTF8.self)
          + (flags.contains(.boundaryAfter) ? ">" : "")
      }
    }
  }

  @Test func `the words of a list are its literals, with their boundaries`() {
    #expect(texts("\\b(?:buzz\\w*|love)\\b") == [["^<buzz", "^<love>"]])
    #expect(texts("(?<!\\w)(?:Knock knock|wakey)(?!\\w)") == [["^<knock knock>", "^<wakey>"]])
  }

  @Test func `a gap parts two sets that are both required`() {
    #expect(
      texts("\\bhelp(?:ing)?\\b.{0,40}\\bpolice\\b")
        == [["^<help>", "^<helping>"], ["<police>"]])
  }

  @Test func `words in either order need both sides`() {
    let sets = texts("\\bhelp\\b.{0,9}\\bpolice\\b|\\bpolice\\b.{0,9}\\bhelp\\b")
    #expect(sets == [["^<help>", "^<police>"], ["<help>"], ["<police>"]])
  }

  @Test func `further sets are kept even of rare words`() {
    #expect(texts("\\bglad\\b.{0,9}\\btaser\\b") == [["^<glad>"], ["<taser>"]])
  }

  @Test func `what may begin at any letter is the last to be looked for`() {
    #expect(texts("tock.{0,9}\\bclock").first == ["<clock"])
    #expect(texts("(?:p0lice|po1ice).{0,9}[.](?:info|xyz)\\b").first == [".info>", ".xyz>"])
    #expect(texts("tock") == [["^tock"]])
  }

  @Test func `many digits stand in for what may begin at any letter`() {
    let card = Requirement(of: "(?<!\\d)3[47]\\d{2} ?\\d{6} ?\\d{5}(?!\\d)", caseless: true)
    #expect(card.literals.isEmpty)
    #expect(card.minimums[.digit] == 15)
    #expect(!card.windows.isEmpty)
    #expect(texts("\\b3[47]\\d{13}") == [["^<34", "^<37"]])
  }

  @Test func `white space and hyphens between words are one space`() {
    #expect(texts("\\bbig[\\s-]+red -\\n*key\\b") == [["^<big red key>"]])
    #expect(texts("\\bhalf[ -]?price") == [["^<half price", "^<halfprice"]])
  }

  @Test func `three forms of a word and more are its stem`() {
    #expect(texts("\\bkick(?:s|ed|ing)?\\b") == [["^<kick"]])
  }

  @Test func `an optional piece may be missing from the literals`() {
    #expect(texts("\\bpol(?:ice|is)?man") == [["^<policeman", "^<polisman", "^<polman"]])
    #expect(texts("(?:secret )*agent") == [["^agent", "^secret>"], ["agent"]])
  }

  @Test func `letters beyond ASCII are only trusted where case counts`() {
    #expect(texts("café", caseless: false) == [["^café"]])
    #expect(texts("café") == [["^caf"]])
    #expect(texts("👮.*🚔") == [["^👮"], ["🚔"]])
  }

  @Test func `shapes without words are known by counts and places`() {
    let number = Requirement(of: "\\b[A-Z]{2}\\d{6}[A-D]\\b", caseless: false)
    #expect(number.literals.isEmpty)
    #expect(number.minimums[.digit] == 6)
    #expect(number.minimums[.upper] == 3)
    #expect(number.windows.map(\.places.count) == [8])
  }

  @Test func `each branch has a shape of its own, and one of them is enough`() {
    let branches = Requirement(
      of: "[A-Z][a-z][A-Z][a-z][A-Z]|[0-9][!?][0-9][!?]", caseless: false)
    #expect(branches.windows.map(\.places.count) == [5, 4])
    #expect(Requirement(of: "[A-Z][0-9][A-Z][0-9]|.", caseless: false).windows.isEmpty)
    let inside = Requirement(of: "[a-z](?: [a-z] [a-z] |[.][a-z][.][a-z])(?!x)", caseless: false)
    #expect(inside.windows.map(\.places.count) == [6, 5])
  }

  @Test func `what stands beyond ASCII is counted, but for letters that fold to it`() {
    let pictures = Requirement(of: "[\\x{1F300}-\\x{1FAFF}]{2}.", caseless: true)
    #expect(pictures.minimums[.others] == 2)
    #expect(Requirement(of: "[\\x{17F}]|x", caseless: true).minimums[.others] == 0)
    #expect(Requirement(of: "\\x{212A}{3}", caseless: true).minimums[.others] == 0)
  }

  @Test func `a single letter is a literal only as a word, a sign always`() {
    #expect(texts("\\bi\\b") == [["^<i>"]])
    #expect(texts("i") == [])
    #expect(texts("\\*") == [["^*"]])
  }

  @Test func `a word inside a choice begins where what stands before the choice ends`() {
    #expect(texts("[0-9]+ (?:.{3}taser|taser.{3})") == [["taser", "<taser"]])
    #expect(texts("[0-9]+(?:.{3}taser|taser.{3})") == [["taser"]])
  }

  @Test func `words begin after what ends in no letter, however it began`() {
    #expect(texts("\\bin (?:\\w+ )?(?:hotel|squat)") == [["<hotel", "<squat"], ["^<in>"]])
    #expect(texts("\\d(?:[ ,]|(?:bad|the)\\s)*(?:guys|crooks)") == [["crooks", "guys"]])
    #expect(texts("\\d[ ,](?:bad |the )?(?:guys|crooks)") == [["<crooks", "<guys"]])
    #expect(texts("(?:\\w+)?(?:hotel|squat)") == [["hotel", "squat"]])
  }

  @Test func `words begin where lines do`() {
    #expect(texts("(?m)^(?:get ?)?reform") == [["^<get reform", "^<getreform", "^<reform"]])
    #expect(texts("\\A(?:\\W{0,3})reform") == [["<reform"]])
    #expect(texts("$|^\\wreform").isEmpty)
  }

  @Test(arguments: [
    "(\\w)\\1", "\\w+", "(?(1)a|b)", "(?|(foo)|(bar))", "a", "foo|", "(?:foo)?", "\\p{Lu}", "",
  ])
  func `a pattern that is not understood, or requires nothing, is always run`(source: String) {
    #expect(Requirement(of: source, caseless: true).isAlways)
  }

  @Test func `only two characters beyond ASCII fold to ASCII letters`() throws {
    let letters = try Pattern("^[a-z0-9 ]$", options: .init(caseless: true, jit: true))
    let scratch = MatchScratch()
    var found: [UInt32] = []
    for value in UInt32(0x80)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), let bytes = UTF8.encode(scalar) else { continue }
      if try letters.firstMatch(validating: Array(bytes), using: scratch) != nil {
        found.append(value)
      }
    }
    #expect(found == [0x17F, 0x212A])
  }

  @Test func `a scalar that is vouched for matches nothing but itself`() throws {
    let scratch = MatchScratch()
    for value in UInt32(0x80)...0x1FFFF where CaseFolding.hasNoCase(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let source = "[^\\x{\(String(value, radix: 16))}]"
      let others = try Pattern(source, options: .init(caseless: true))
      let bytes = Array(String(scalar).utf8)
      #expect(try others.firstMatch(validating: bytes, using: scratch) == nil)
      let name = String(value, radix: 16)
      #expect(
        !scalar.properties.changesWhenCaseMapped && !scalar.properties.changesWhenCaseFolded,
        "\(name)")
    }
  }
}
