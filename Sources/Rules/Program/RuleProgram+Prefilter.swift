internal import PCRE2
package import Prefilter

extension RuleProgram {
  /// Makes what rules the program's expressions out; it takes some tenths of a second, which is why the shipped
  /// rules carry it ready-made.
  package func makePrefilter() -> Prefilter {
    Prefilter(
      zip(patterns, workedOutRequirements).map { pattern, requirement in
        .init(requirement, kinds: pattern.expression == nil ? 0 : pattern.readings.rawValue)
      })
  }

  /// What each expression requires of a text, by the number of its pattern.
  var workedOutRequirements: [Requirement] {
    requirements.isEmpty ? patterns.map(\.requirement) : requirements
  }
}
