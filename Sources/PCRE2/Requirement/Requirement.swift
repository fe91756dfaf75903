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

  /// The most literals of one set; a few are enough for most patterns, and keep tables small.
  private static let setLimits = [16, 64, 600]
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
    var chosen: [RankedSet] = []
    var isSelective = false
    for limit in Self.setLimits where !isSelective {
      chosen = Self.chosen(from: LiteralFinder(limit: limit).requiredSets(of: syntax.root))
      isSelective = chosen.reduce(1.0) { $0 * min(1, Double($1.cost) / 1e6) } < 0.03
    }
    self.init(
      literals: chosen.map { Literal.sharingStems($0.set) },
      minimums: ByteMinimums(of: syntax.root),
      // A good set of literals makes the window superfluous.
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

  /// The largest further set: a long list rules little out, and takes room in the tables.
  private static let furtherSetLimit = 96

  /// Picks the set to look for first and up to two more that rule texts out.
  private static func chosen(from sets: [[Literal]]) -> [RankedSet] {
    // Literals that stand all over every post rule nothing out.
    let ranked = ranked(sets).filter { $0.cost < 20_000_000 }
    guard let first = ranked.min(by: { price(of: $0) < price(of: $1) }) else { return [] }
    var chosen = [first]
    // How often the sets chosen so far let a post through, in millionths.
    var passing = min(first.cost, 1_000_000)
    for entry in ranked where chosen.count < setCount && entry.set.count <= furtherSetLimit {
      guard passing > 5_000, entry.cost < passing * 8 else { break }
      let texts = Set(entry.set.map(\.bytes))
      if !chosen.contains(where: { texts.isSuperset(of: $0.set.map(\.bytes)) }) {
        chosen.append(entry)
        passing = passing / 1_000 * min(entry.cost, 1_000_000) / 1_000
      }
    }
    return chosen
  }

  /// What looking for a set costs in a post: its hits, and PCRE2 where there is one.
  ///
  /// Trying a pattern at the one place where a match can begin costs a fraction of searching the post.
  private static func price(of entry: RankedSet) -> Int {
    let begins = entry.set.allSatisfy { $0.flags.contains(.beginsMatch) }
    return entry.cost + min(entry.cost, 1_000_000) * (begins ? 10 : 60)
  }
}
