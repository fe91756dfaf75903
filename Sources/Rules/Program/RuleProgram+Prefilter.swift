internal import PCRE2
package import Prefilter

extension RuleProgram {
  /// Makes what rules the program's expressions out; it takes some tenths of a second, which is why the shipped
  /// rules carry it ready-made.
  package func makePrefilter() -> Prefilter {
    Prefilter(
      zip(patterns, workedOutRequirements).map { pattern, requirement in
        // A list or nearness is looked for in no text of its own.
        .init(requirement, kinds: pattern.expression == nil ? 0 : pattern.readings.rawValue)
      })
  }

  /// What each expression requires of a text, by the number of its pattern.
  var workedOutRequirements: [Requirement] {
    guard requirements.isEmpty else { return requirements }
    return patterns.map { pattern in
      pattern.expression.map { Requirement(of: $0.source, caseless: $0.isCaseless) } ?? .always
    }
  }
}
