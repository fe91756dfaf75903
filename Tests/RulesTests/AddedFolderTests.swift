import Rules
import Testing

struct AddedFolderTests {
  private static let rule = """
    id: team-rule
    title: The team's own
    category: team
    status: trial
    match: [{list: [enjoyment, team-words]}]
    unless: [quoted, team-scope]
    reads_as: This could read as a joke.
    advice: Say it plainly.
    references: [code-of-ethics, team-handbook]
    examples: {}

    """
  private static let manifest = """
    categories:
      - {id: team, title: The team, family: team, severity: caution, why: We agreed on it.}
    references:
      - {id: team-handbook, title: The team's handbook}

    """

  @Test func `an added folder may use what the pack has and bring its own`() throws {
    let added = [
      file("team/team-rule.yaml", Self.rule), file("pack.yaml", Self.manifest),
      file("lists/team-words.yaml", "id: team-words\ntitle: T\nsource: Us\nterms: [raid]\n"),
      file("scopes.yaml", "scopes: [{id: team-scope, title: T, match: [{words: [drill]}]}]\n"),
    ]
    let (pack, problems) = PackReader.read(try BrokenPackFiles.sound(), adding: added)
    #expect(problems.map(\.rendered) == [])
    #expect(pack?.manifest.id == "sample")
    #expect(pack?.manifest.scoring.hold == 80)
    #expect(pack?.manifest.categories.map(\.id) == ["force-relish", "housekeeping", "team"])
    #expect(pack?.rules.map(\.id) == ["force-relish", "missing-alt", "team-rule"])
    #expect(pack?.rules.last?.severity == .caution)
    #expect(pack?.lists.map(\.id) == ["enjoyment", "enjoyment-strong", "team-words"])
    #expect(pack?.scopes.map(\.id) == ["quoted", "reported", "team-scope"])
  }

  @Test func `a fault of an added folder names the folder`() throws {
    let added = [file("team/team-rule.yaml", "id: team-rule\n")]
    let problems = PackReader.read(try BrokenPackFiles.sound(), adding: added).problems
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { $0.place.file == "house/team/team-rule.yaml" })
  }

  @Test func `the order in which files are found does not matter`() throws {
    let files = try BrokenPack(
      "--- lists/enjoyment.yaml\nid: x\n--- scopes.yaml\nscopes: [{}]\n",
      changing: BrokenPackFiles.sound()
    ).files
    let forwards = PackReader.read(files).problems
    #expect(forwards == PackReader.read(files.reversed()).problems)
    #expect(forwards.count > 1)
  }

  private func file(_ path: String, _ text: String) -> PackFile {
    PackFile(path: path, bytes: Array(text.utf8), folder: "house")
  }
}
