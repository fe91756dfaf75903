import Rules
import StarterRules
import TestSupport
import Testing

/// The compact form of the shipped rules, whole and damaged.
struct ProgramTests {
  private func read(_ bytes: [UInt8]) throws(ProgramFault) -> RuleProgram {
    try bytes.withUnsafeBufferPointer { buffer throws(ProgramFault) in
      try RuleProgram(serialised: buffer)
    }
  }

  @Test func `reading and writing again gives the same bytes`() throws {
    let program = try StarterRules.program()
    let written = program.serialised()
    let again = try read(Array(written.utf8))
    #expect(again.serialised() == written)
    #expect(again.rules.count == program.rules.count)
    #expect(again.patterns.count > 100)
  }

  @Test func `a program that is cut off anywhere is refused`() throws {
    let bytes = Array(try StarterRules.program().serialised().utf8)
    var random = SeededGenerator(seed: 31)
    for _ in 0..<12 {
      let count = Int.random(in: 0..<bytes.count - 2, using: &random)
      #expect(throws: ProgramFault.self) { try read(Array(bytes[..<count])) }
    }
    #expect(throws: ProgramFault.self) { try read([]) }
  }
}
