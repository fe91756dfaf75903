internal import PCRE2
package import Prefilter

extension RuleProgram {
  /// Makes what rules the program's patterns out; it takes some tenths of a second, which is why the shipped
  /// rules carry it ready-made.
  package func makePrefilter() -> Prefilter {
    let nodes = index.graph.nodes
    return Prefilter(
      zip(patterns, workedOutRequirements).enumerated().map { number, subject in
        let (pattern, requirement) = subject
        let node = nodes.start[number]
        return .init(
          pattern.subject(requiring: requirement), kinds: pattern.readings.rawValue,
          slot: node.slot == PatternGraph.noSlot ? nil : Int(node.slot),
          isScanned: node.isScanned)
      })
  }

  /// What each expression requires of a text, by the number of its pattern.
  var workedOutRequirements: [Requirement] {
    requirements.isEmpty ? patterns.map(\.requirement) : requirements
  }
}

extension PatternSpec {
  /// What the prefilter has to know of the pattern.
  fileprivate func subject(requiring requirement: Requirement) -> Prefilter.Subject.Body {
    switch body {
    case .expression: .expression(requirement)
    case .anyOf(let terms): .anyOf(terms)
    case .near: .other
    }
  }
}
