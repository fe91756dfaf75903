import RiskEngine
import Rules
import StarterRules
import Testing

/// The shipped pack proves itself by its own examples.
struct ExamplesTests {
  @Test func `every example of every shipped rule holds, in every derived form`() throws {
    let files = StarterRules.files.map { PackFile(path: $0.path, bytes: $0.bytes) }
    let (pack, problems) = PackReader.read(files)
    #expect(problems.map(\.rendered) == [])
    var tests = ExampleTests(try #require(pack))
    #expect(tests.run().map(\.rendered) == [])
  }

  @Test func `the embedded program is the one that the files lower to`() throws {
    let files = StarterRules.files.map { PackFile(path: $0.path, bytes: $0.bytes) }
    let pack = try #require(PackReader.read(files).pack)
    #expect(try StarterRules.program().serialised() == RuleProgram(lowering: pack).serialised())
  }
}
