internal import PCRE2
package import Prefilter

extension RuleProgram {
  /// Works out what rules the program's expressions out; it takes some tenths of a second, which is why the
  /// shipped rules carry the answer.
  package func makePrefilter() -> Prefilter {
    Prefilter(
      patterns.map { pattern in
        // A list or nearness is looked for in no text of its own.
        guard let expression = pattern.expression else { return .init(.always, kinds: 0) }
        return .init(
          Requirement(of: expression.source, caseless: expression.isCaseless),
          kinds: pattern.readings.rawValue)
      })
  }
}
