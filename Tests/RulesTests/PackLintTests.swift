import RiskEngine
import Rules
import TestSupport
import Testing

struct PackLintTests {
  private func problems(of pack: BrokenPack) throws -> [RuleProblem] {
    let read = PackReader.read(pack.files)
    #expect(read.problems.map(\.rendered) == [])
    return PackLint(try #require(read.pack), files: pack.files).problems
  }

  @Test(arguments: BrokenPackFiles.doubtful)
  func `a pack with doubtful terms or names is told so`(subject: String) throws {
    let problems = try problems(of: BrokenPackFiles.pack(subject))
    #expect(problems.map(\.place) == problems.map(\.place).sorted())
    let name = subject.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
    Golden.expect(
      problems.map(\.rendered).joined(separator: "\n").utf8, "\(name ?? subject).txt",
      testFile: BrokenPackFiles.path(subject))
  }

  @Test func `the sound pack leaves no doubt`() throws {
    let sound = try BrokenPack("", changing: BrokenPackFiles.sound())
    #expect(try problems(of: sound).map(\.rendered) == [])
  }

  @Test func `only what keeps a term from doing its work is a fault`() throws {
    let codes = try BrokenPackFiles.doubtful.flatMap { subject in
      try problems(of: BrokenPackFiles.pack(subject)).map(\.code)
    }
    #expect(Set(codes) == [.duplicateTerm, .neverMatches, .unused, .overlap])
    #expect(Set(codes.filter(\.isNote)) == [.unused, .overlap])
  }

  @Test(arguments: [
    "really?", "who says so?", "18+", "LGBT+", "[deleted]", "[slur]", "a$$", "24/7", "t-shirt",
    "don't", "🔥", "C++", "100%", "£5", "@_", "facebook.com", "#ACAB",
    "(kick|punch)? him",
    "{", "a ^ b", "kick* (the)? door~", "Llanfair", "rydyn ni'n", "été", "5.30pm", "s h i t",
  ])
  func `a term that can be found is left alone`(_ term: String) throws {
    let quoted = term.split { $0 == "'" }.joined(separator: "''")
    let pack = try BrokenPack(
      """
      --- lists/extra.yaml
      id: extra
      title: Extra
      source: House list
      terms: ['\(quoted)']
      --- tone/force-relish.yaml edited
      <   - all:
      <       - words: [open up]
      >   - list: extra
      >   - all:
      >       - words: [open up]

      """, changing: BrokenPackFiles.sound())
    #expect(try problems(of: pack).map(\.rendered) == [])
  }
}
