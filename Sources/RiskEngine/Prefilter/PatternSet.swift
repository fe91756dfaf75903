package import PCRE2

/// Interim: every pattern is run. Replaced by the prefiltered set.
package final class PatternSet: Sendable {
  package enum Mode: Sendable { case eager, lazy }
  package struct Fault: Error, Sendable {
    package let pattern: Int
    package let error: PatternError
  }
  package struct Entry: Sendable {
    let source: String
    let isCaseless: Bool
    let requirement: Requirement
    let kinds: UInt32
  }
  package struct Scratch: ~Copyable {
    let match = MatchScratch()
  }
  private let entries: [Entry]
  private let patterns: [Pattern]

  package init(_ entries: [Entry], mode: Mode) throws(Fault) {
    var patterns: [Pattern] = []
    for (index, entry) in entries.enumerated() {
      do throws(PatternError) {
        patterns.append(
          try Pattern(
            entry.source, options: .init(caseless: entry.isCaseless, jit: mode == .eager)))
      } catch { throw Fault(pattern: index, error: error) }
    }
    self.entries = entries
    self.patterns = patterns
  }

  func makeScratch() -> Scratch { Scratch() }
  func pattern(_ index: Int) -> Pattern { patterns[index] }

  func findMatches(
    in text: UnsafeBufferPointer<UInt8>, kind: UInt32, using scratch: inout Scratch,
    _ emit: (Int, MatchFailure?) -> Void
  ) {
    for (index, entry) in entries.enumerated() where entry.kinds & kind != 0 {
      do throws(MatchFailure) {
        if try patterns[index].hasMatch(in: text, using: scratch.match) { emit(index, nil) }
      } catch { emit(index, error) }
    }
  }
}
