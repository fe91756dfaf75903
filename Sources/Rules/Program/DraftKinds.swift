/// What a draft can be that alternatives of rules may need, as far as that can be told before its words are read.
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
  /// It goes out in a period of some calendar.
  package static let period = DraftNeeds(rawValue: 8)
  /// All that there is; each combination has a bit of ``DraftKinds``.
  static let all: DraftNeeds = [.answer, .context, .bilingual, .period]

  /// The needs of an alternative of a rule.
  init(of alternative: AlternativeSpec, in rule: RuleSpec, _ patterns: [PatternSpec]) {
    self = .all(of: alternative.rest + rule.when.map(\.test), patterns)
  }

  private init(of test: ProgramTest, _ patterns: [PatternSpec]) {
    switch test {
    case .fact(.isReply(true)): self = .answer
    case .fact(.isBilingual(true)): self = .bilingual
    case .fact(.calendar): self = .period
    case .pattern(let number, _):
      let readings = patterns[number].readings
      let isOfContext = !readings.isEmpty && readings.isSubset(of: .ofContext)
      self = isOfContext ? .context : []
    case .all(let tests): self = .all(of: tests, patterns)
    case .any(let tests):
      let needs = tests.map { DraftNeeds(of: $0, patterns) }
      self = needs.dropFirst().reduce(needs.first ?? []) { $0.intersection($1) }
    case .none, .someOf, .fact, .measure: self = []
    }
  }

  private static func all(of tests: [ProgramTest], _ patterns: [PatternSpec]) -> DraftNeeds {
    tests.reduce(into: []) { $0.formUnion(DraftNeeds(of: $1, patterns)) }
  }
}

/// Some of the kinds of drafts there are: a bit for every combination of what a draft can be.
package struct DraftKinds: OptionSet, BitwiseCopyable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// The drafts that are what they need to be, whatever else they are.
  package init(meeting needs: DraftNeeds) {
    let kinds = (0...DraftNeeds.all.rawValue).lazy.filter {
      DraftNeeds(rawValue: $0).isSuperset(of: needs)
    }
    rawValue = kinds.reduce(0) { $0 | 1 << UInt16($1) }
  }

  /// The drafts that are just so much.
  package init(being state: DraftNeeds) {
    rawValue = 1 << UInt16(state.rawValue)
  }
}
