internal import PCRE2
package import Prefilter

/// What the engine has to know of a program at once: how its patterns hang together, which alternatives they
/// trigger, and where in the compact form each pattern and rule lies, to be read when it is needed.
package final class ProgramIndex: Sendable {
  /// How patterns are made of each other.
  package let graph: PatternGraph
  /// The alternatives of all triggers, trigger by trigger, and at the end those without a trigger.
  package let uses: FrozenBuffer<Use>
  /// Where each pattern's uses begin, and the end of the last.
  package let firstUses: FrozenBuffer<UInt32>
  /// Where each pattern's line begins in the compact form; empty when that is not known.
  let patternStarts: FrozenBuffer<UInt32>
  /// Where each rule's first line begins in the compact form; empty when that is not known.
  let ruleStarts: FrozenBuffer<UInt32>

  /// An alternative of a rule, by numbers.
  package struct Use: BitwiseCopyable, Sendable {
    /// The rule.
    package let rule: UInt32
    /// The alternative among the rule's.
    package let alternative: UInt32
    /// The drafts in which it can hold.
    package let drafts: DraftKinds
    /// One for a rule that only observes, else zero: as wide as its neighbour, so that no byte is left to chance.
    private let observed: UInt16

    /// Whether the rule only observes.
    package var isObserved: Bool { observed == 1 }

    fileprivate init(rule: Int, alternative: Int, drafts: DraftKinds, isObserved: Bool) {
      self.rule = UInt32(rule)
      self.alternative = UInt32(alternative)
      self.drafts = drafts
      observed = isObserved ? 1 : 0
    }
  }

  /// Works out the index of some patterns and rules.
  ///
  /// - Parameters:
  ///   - patterns: The patterns.
  ///   - requirements: What each expression requires, by the number of its pattern.
  ///   - rules: The rules.
  ///   - serialised: Their compact form, when positions in it are wanted.
  init(
    _ patterns: [PatternSpec], _ requirements: [Requirement], _ rules: [RuleSpec],
    serialised: String? = nil
  ) {
    var triggered = [[Use]](repeating: [], count: patterns.count + 1)
    var drafts = [DraftKinds?](repeating: nil, count: patterns.count + 1)
    for (number, rule) in rules.enumerated() {
      for (place, alternative) in rule.alternatives.enumerated() {
        let trigger = alternative.trigger ?? patterns.count
        let own = DraftKinds(meeting: DraftNeeds(of: alternative, in: rule, patterns))
        triggered[trigger].append(
          Use(
            rule: number, alternative: place, drafts: own,
            isObserved: rule.card.status == .observed))
        drafts[trigger] = drafts[trigger]?.union(own) ?? own
      }
    }
    graph = PatternGraph(patterns, requirements: requirements, triggers: drafts)
    var firsts: [UInt32] = [0]
    for uses in triggered { firsts.append(firsts[firsts.count - 1] + UInt32(uses.count)) }
    uses = FrozenBuffer(triggered.flatMap { $0 })
    firstUses = FrozenBuffer(firsts)
    var (patternStarts, ruleStarts): ([UInt32], [UInt32]) = ([], [])
    var start: UInt32 = 0
    for line in (serialised ?? "").utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    {
      switch line.first {
      case UInt8(ascii: "P"), UInt8(ascii: "U"), UInt8(ascii: "N"): patternStarts.append(start)
      case UInt8(ascii: "R"): ruleStarts.append(start)
      default: break
      }
      start += UInt32(line.count + 1)
    }
    self.patternStarts = FrozenBuffer(patternStarts)
    self.ruleStarts = FrozenBuffer(ruleStarts)
  }

  /// The alternatives that a pattern triggers.
  package func uses(of pattern: Int) -> UnsafeBufferPointer<Use> {
    let range = Int(firstUses.start[pattern])..<Int(firstUses.start[pattern + 1])
    return UnsafeBufferPointer(rebasing: uses.elements[range])
  }

  /// The alternatives that no pattern triggers.
  package var untriggered: UnsafeBufferPointer<Use> { uses(of: graph.count) }

  // MARK: - Ready-made

  /// The index as bytes, which ``init(serialised:)`` reads on a machine of the same byte order.
  func serialised() -> [UInt8] {
    var writer = TableWriter()
    graph.write(to: &writer)
    writer.write(uses.elements)
    writer.write(firstUses.elements)
    writer.write(patternStarts.elements)
    writer.write(ruleStarts.elements)
    return writer.bytes
  }

  /// Reads what ``serialised()`` wrote; `nil` when it is cut off.
  init?(serialised: FrozenBuffer<UInt8>) {
    var reader = TableReader(serialised)
    guard let graph = PatternGraph(&reader), let uses = reader.read(Use.self),
      let firstUses = reader.read(UInt32.self), let patternStarts = reader.read(UInt32.self),
      let ruleStarts = reader.read(UInt32.self), patternStarts.count == graph.count
    else { return nil }
    self.graph = graph
    self.uses = uses
    self.firstUses = firstUses
    self.patternStarts = patternStarts
    self.ruleStarts = ruleStarts
  }
}
