/// What a draft must be for an alternative to hold, as far as that can be told before it is read.
///
/// Most posts answer nobody: the patterns of alternatives about answers need not be followed up in them.
package struct DraftNeeds: OptionSet, BitwiseCopyable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// It answers a post.
  package static let answer = DraftNeeds(rawValue: 1)
  /// It comes with the words of a post that it answers or quotes.
  package static let context = DraftNeeds(rawValue: 2)
  /// Its account is bilingual.
  package static let bilingual = DraftNeeds(rawValue: 4)

  /// The needs of an alternative of a rule.
  init(of alternative: AlternativeSpec, in rule: RuleSpec, _ patterns: [PatternSpec]) {
    self = .all(of: alternative.rest + rule.when.map(\.test), patterns)
  }

  private init(of test: ProgramTest, _ patterns: [PatternSpec]) {
    switch test {
    case .fact(.isReply(true)): self = .answer
    case .fact(.isBilingual(true)): self = .bilingual
    case .pattern(let number, _):
      let readings = patterns[number].readings
      let isOfContext =
        !readings.isEmpty && readings.isSubset(of: ReadingSet([.replyTo, .quote, .context]))
      self = isOfContext ? .context : []
    case .all(let tests): self = .all(of: tests, patterns)
    case .any, .none, .someOf, .fact, .measure: self = []
    }
  }

  private static func all(of tests: [ProgramTest], _ patterns: [PatternSpec]) -> DraftNeeds {
    tests.reduce(into: []) { $0.formUnion(DraftNeeds(of: $1, patterns)) }
  }
}
