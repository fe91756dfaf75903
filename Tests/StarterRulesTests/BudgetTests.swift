import RiskEngine
import Rules
import StarterRules
import Testing

/// Ordinary police work stays quiet: the budgets of the pack on real posts.
struct BudgetTests {
  private static let ordinary = "police-ordinary-dev.jsonl"

  @Test func `ordinary posts of five forces stay within the budgets`() throws {
    guard let posts = try OrdinaryPosts.texts(of: Self.ordinary) else {
      print("skipped: ../shared/corpora is absent")
      return
    }
    let rules = try CompiledRules(
      StarterRules.program(), mode: .machineCode, prefilter: StarterRules.prefilter())
    #expect(VerdictShares(posts, rules: rules).overruns == [])
  }

  @Test func `a canary rule that flags every appeal breaks the budgets`() throws {
    guard let posts = try OrdinaryPosts.texts(of: Self.ordinary) else {
      print("skipped: ../shared/corpora is absent")
      return
    }
    let files = StarterRules.files.map { PackFile(path: $0.path, bytes: $0.bytes) }
    let canary = PackFile(path: "canary/canary.yaml", bytes: Array(Self.canary.utf8))
    let (pack, problems) = PackReader.read(files, adding: [canary], isAttacking: false)
    #expect(problems.map(\.rendered) == [])
    let rules = CompiledRules(RuleProgram(lowering: try #require(pack)), mode: .machineCode)
    let overruns = VerdictShares(posts, rules: rules).overruns
    #expect(overruns.contains { $0.hasPrefix("review by rule canary") })
    #expect(overruns.contains { $0.hasPrefix("review or worse") })
  }

  private static let canary = """
    id: canary
    title: A rule that is wrong on purpose
    category: mocking
    severity: serious
    match: [{words: [appeal, witness, information]}]
    reads_as: It sings.
    advice: Nothing.
    examples:
      flags: [appeal one, appeal two, appeal three, appeal four, appeal five]
      passes: [one, two, three, four, five]
    """
}
