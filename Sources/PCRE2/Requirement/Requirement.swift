/// What a text must contain for a pattern to match: all of it is necessary, none of it sufficient.
///
/// Two things void it for a text, and whoever scans must then run the pattern: U+017F or U+212A,
/// which fold to ASCII letters, and decimal digits of other scripts.
package struct Requirement: Sendable, Hashable {
  /// Sets of literals; at least one literal of every set occurs in the lower-cased text.
  ///
  /// The first set is the one whose places are worth confirming; the others only rule texts out.
  package var literals: [[Literal]]
  /// The least counts of some bytes.
  package var minimums: ByteMinimums
  /// Characters that stand in a row, for patterns without good literals.
  package var window: ClassWindow?

  /// The most literals of one set.
  package static let setLimit = 600
  /// The most sets of one pattern.
  package static let setCount = 3

  /// Makes a requirement of its parts.
  package init(
    literals: [[Literal]] = [], minimums: ByteMinimums = .init(), window: ClassWindow? = nil
  ) {
    self.literals = literals
    self.minimums = minimums
    self.window = window
  }

  /// Nothing is required: the pattern has to be run on every text.
  package static let always = Requirement()

  /// Whether the pattern has to be run on every text.
  package var isAlways: Bool { self == .always }

  /// Works out what a pattern that PCRE2 accepts requires.
  package init(of source: String, caseless: Bool) {
    self.init(of: PatternSyntax(source, caseless: caseless))
  }

  /// Works out what a pattern requires.
  package init(of syntax: PatternSyntax) {
    let sets = LiteralFinder(limit: Self.setLimit).requiredSets(of: syntax.root)
    let chosen = Self.chosen(from: sets)
    // A good set of literals makes the window superfluous.
    let isSelective = chosen.contains { $0.cost < 1_000_000 }
    self.init(
      literals: chosen.map { $0.set.sorted() }, minimums: ByteMinimums(of: syntax.root),
      window: isSelective ? nil : ClassWindow(of: syntax.root))
  }

  /// A set of literals and how many hits of it to expect in one post, in millionths.
  typealias RankedSet = (set: [Literal], cost: Int)

  /// Puts sets in order, the one with the fewest hits first; the order is always the same.
  static func ranked(_ sets: [[Literal]]) -> [RankedSet] {
    let ranked = sets.map { set -> RankedSet in
      // Whole numbers, because their sum does not depend on the order; a little for the size.
      (set, set.reduce(0) { $0 + Int($1.expectedHits * 1e6) + 100 })
    }
    return ranked.sorted { left, right in
      guard left.cost == right.cost else { return left.cost < right.cost }
      return left.set.sorted().lexicographicallyPrecedes(right.set.sorted())
    }
  }

  /// The largest further set: a long list rules little out, and a draft has to wait for its literals.
  private static let furtherSetLimit = 96

  /// Picks the set to confirm at and up to two more that rule texts out.
  private static func chosen(from sets: [[Literal]]) -> [RankedSet] {
    // Literals that stand all over every post rule nothing out.
    let ranked = ranked(sets).filter { $0.cost < 20_000_000 }
    guard var first = ranked.first else { return [] }
    // Confirming where a match begins is so cheap that it may happen more often.
    let beginning = ranked.first { entry in
      entry.set.allSatisfy { $0.flags.contains(.beginsMatch) }
    }
    if let beginning, beginning.cost < max(first.cost * 100, 1_000_000) { first = beginning }
    var chosen = [first]
    for entry in ranked where chosen.count < setCount && entry.set.count <= furtherSetLimit {
      let texts = Set(entry.set.map(\.bytes))
      if !chosen.contains(where: { texts.isSuperset(of: $0.set.map(\.bytes)) }) {
        chosen.append(entry)
      }
    }
    return chosen
  }
}
