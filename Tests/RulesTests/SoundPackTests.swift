import Rules
import Testing

struct SoundPackTests {
  private let pack: RulePack

  init() throws {
    pack = try #require(try PackReader.read(BrokenPackFiles.sound()).pack)
  }

  @Test func `the manifest says who the pack is and how it scores`() throws {
    let manifest = pack.manifest
    #expect(manifest.id == "sample")
    #expect(manifest.version == "1.2.0")
    #expect(manifest.title == "A sample: two categories, three rules")
    #expect(manifest.engine == 1)
    #expect(Severity.allCases.map { manifest.scoring.points(of: $0) } == [1, 12, 45, 90])
    #expect(manifest.scoring.review == 25)
    #expect(manifest.scoring.hold == 80)
    #expect(
      manifest.categories == [
        Category(
          id: "force-relish", title: "Enjoyment of using force", family: "tone",
          severity: .serious, cap: 80, why: "Force has to be necessary.",
          ask: "duty press officer", references: ["code-of-ethics"]),
        Category(
          id: "housekeeping", title: "Housekeeping", family: "form", severity: .advice,
          cautionReviews: true),
      ])
    #expect(
      manifest.references == [
        Reference(
          id: "code-of-ethics", title: "Code of Ethics", edition: "2024",
          url: "https://example.org/code"),
        Reference(id: "equality-act", title: "Equality Act"),
      ])
  }

  @Test func `lists come by id with their terms where they stand`() throws {
    #expect(pack.lists.map(\.id) == ["enjoyment", "enjoyment-strong"])
    let plain = try #require(pack.lists.first)
    #expect(plain.terms.map(\.value) == ["love~", "(big|huge)? buzz*"])
    #expect(
      plain.terms.last?.place == SourcePlace(file: "lists/enjoyment.yaml", line: 6, column: 5))
    #expect(plain.letterCase == .ignore)
    #expect(!plain.isMasked)
    let strong = try #require(pack.lists.last)
    #expect(strong.terms.map(\.value) == ["best job", "101"])
    #expect(strong.includes.map(\.value) == ["enjoyment"])
    #expect(strong.letterCase == .capitals)
    #expect(strong.isMasked)
    #expect(strong.title == "Strong words of enjoyment")
    #expect(strong.source == "House list, 2026")
  }

  @Test func `scopes may stand in one file, in the files of a folder, or in both`() throws {
    let more = """
      --- scopes/more.yaml
      scopes: [{id: more, title: More, match: [{scope: quoted}]}]
      --- scopes/again.yaml
      scopes: [{id: again, title: Again, match: [{scope: more}]}]

      """
    let both = PackReader.read(try BrokenPack(more, changing: BrokenPackFiles.sound()).files)
    #expect(both.problems.map(\.rendered) == [])
    #expect(both.pack?.scopes.map(\.id) == ["quoted", "reported", "again", "more"])
    // The same scopes in the folder alone make the same pack.
    let moved = try BrokenPackFiles.sound().map { file in
      var file = file
      if file.path == "scopes.yaml" { file.path = "scopes/all.yaml" }
      return file
    }
    let folder = PackReader.read(moved)
    #expect(folder.problems.map(\.rendered) == [])
    #expect(folder.pack?.scopes.map(\.id) == pack.scopes.map(\.id))
  }

  @Test func `scopes and calendars keep what they say`() throws {
    #expect(pack.scopes.map(\.id) == ["quoted", "reported"])
    #expect(pack.scopes.map(\.covers) == [.span, .post])
    #expect(pack.scopes.last?.match.count == 2)
    #expect(pack.scopes.last?.match.last?.readings == [.text])
    #expect(
      pack.calendars.first?.periods == [
        Calendar.Period(from: "2022-09-08", to: "2022-09-19", what: "State mourning"),
        Calendar.Period(
          from: "2024-02-29", to: "2024-02-29", nations: ["wales", "scotland"],
          what: "A leap day"),
      ])
  }

  @Test func `a rule takes from its category what it leaves out`() throws {
    #expect(pack.rules.map(\.id) == ["force-relish", "missing-alt"])
    let rule = try #require(pack.rules.first)
    #expect(rule.severity == .serious)
    #expect(rule.confidence == 90)
    #expect(rule.status == .live)
    #expect(!rule.isSensitive)
    #expect(
      rule.words
        == Rule.Advice(
          readsAs: "This could read as enjoying the use of force.",
          why: "Force has to be necessary.", advice: "Say what was done, and why.",
          suggestions: ["Officers forced entry under a warrant."], ask: "duty press officer",
          question: "Was anyone hurt?", references: ["code-of-ethics"]))
    #expect(
      rule.evidence == [
        Rule.Evidence(what: "A published case", url: "https://example.org/case"),
        Rule.Evidence(what: "Another case"),
      ])
    #expect(rule.place == SourcePlace(file: "tone/force-relish.yaml", line: 1, column: 5))
  }

  @Test func `an observed rule has no severity and says nothing`() throws {
    let changed = try BrokenPack(
      """
      --- tone/seen.yaml
      id: seen
      title: A door is named
      category: force-relish
      status: observed
      match: [{words: [door]}]
      evidence: [{what: A case}]
      examples:
        flags: ["[[door]] 1", "[[door]] 2", "[[door]] 3", "[[door]] 4", "[[door]] 5"]
        passes: ["1", "2", "3", "4", "5"]
      """, changing: BrokenPackFiles.sound())
    let (pack, problems) = PackReader.read(changed.files)
    #expect(problems.map(\.rendered) == [])
    let rule = try #require(pack?.rules.first { $0.id == "seen" })
    #expect(rule.status == .observed)
    #expect(rule.severity == nil)
    #expect(rule.words == Rule.Advice(readsAs: "", why: "", advice: ""))
    let program = RuleProgram(lowering: try #require(pack))
    let again = try Array(program.serialised().utf8).withUnsafeBufferPointer { bytes in
      try RuleProgram(serialised: bytes)
    }
    #expect(again.rules.map(\.card.status) == [.live, .trial, .observed])
    #expect(again.serialised() == program.serialised())
  }

  @Test func `a rule on trial that only asks has no severity and its own words`() throws {
    let rule = try #require(pack.rules.last)
    #expect(rule.severity == nil)
    #expect(rule.status == .trial)
    #expect(rule.isSensitive)
    #expect(rule.confidence == 100)
    #expect(rule.words.why == "Many people read with their ears.")
    #expect(rule.words.ask == "nobody")
    #expect(rule.words.references == ["equality-act"])
    guard case .measure(let test) = rule.match.first?.matcher.test else {
      Issue.record("no measure")
      return
    }
    #expect(test == Matcher.MeasureTest(.missingAlt, minimum: 1, maximum: 4))
  }
}
