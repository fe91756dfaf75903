import Rules
import TestSupport
import Testing

struct BrokenPacksTests {
  @Test(arguments: BrokenPackFiles.subjects)
  func `a broken pack is turned away with all its faults`(subject: String) throws {
    let broken = try BrokenPackFiles.pack(subject)
    let (pack, problems) = PackReader.read(broken.files, adding: broken.added)
    #expect(pack == nil)
    #expect(problems.map(\.place) == problems.map(\.place).sorted())
    let name = subject.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
    Golden.expect(
      problems.map(\.rendered).joined(separator: "\n").utf8, "\(name ?? subject).txt",
      testFile: BrokenPackFiles.path(subject))
  }

  @Test func `there is a broken pack for every fault that reading can find`() throws {
    let foundByExamples: Set<RuleProblem.Code> = [
      .flagNotFound, .flagElsewhere, .flagSeverity, .passFound, .derivedFormLost, .idleUnless,
    ]
    // What linting says of a pack that can be read; PackLintTests has it.
    let doubts: Set<RuleProblem.Code> = [.neverMatches, .unused, .overlap]
    let ofDrafts: Set<RuleProblem.Code> = [.notJSON]
    let expected = try BrokenPackFiles.expectations().joined()
    for code in RuleProblem.Code.allCases
    where !foundByExamples.union(doubts).union(ofDrafts).contains(code) {
      #expect(expected.contains("error[\(code.rawValue)]"), "no broken pack shows \(code)")
    }
  }

  @Test func `the pack that the broken ones are made from is sound`() throws {
    let (pack, problems) = PackReader.read(try BrokenPackFiles.sound())
    #expect(problems.map(\.rendered) == [])
    #expect(pack != nil)
  }
}
