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

  /// Works out what a pattern requires.
  ///
  /// - Parameter source: A pattern that PCRE2 accepts.
  package init(of source: String, caseless: Bool) {
    self.init(of: PatternSyntax(source, caseless: caseless))
  }

  /// Works out what a pattern requires.
  package init(of syntax: PatternSyntax) {
    let sets = LiteralFinder(limit: Self.setLimit).requiredSets(of: syntax.root)
    let literals = Self.chosen(from: sets)
    let minimums = ByteMinimums(of: syntax.root)
    // A good set of literals makes the window superfluous.
    let isSelective = literals.contains { Self.cost(of: $0) < 1 }
    self.init(
      literals: literals.map { $0.sorted(by: Self.isOrdered) }, minimums: minimums,
      window: isSelective ? nil : ClassWindow(of: syntax.root))
  }

  /// How many hits of a set to expect in one post, and a little for its size.
  static func cost(of set: some Sequence<Literal>) -> Double {
    set.reduce(0) { $0 + $1.expectedHits + 0.000_1 }
  }

  /// Picks the set to confirm at and up to two more that rule texts out.
  private static func chosen(from sets: [[Literal]]) -> [[Literal]] {
    // Literals that stand all over every post rule nothing out.
    let useful = sets.map { (set: $0, cost: cost(of: $0)) }.filter { $0.cost < 20 }
    let ranked = useful.sorted { $0.cost < $1.cost }
    guard var first = ranked.first else { return [] }
    // Confirming where a match begins is so cheap that it may happen more often.
    let beginning = useful.first { entry in
      entry.set.allSatisfy { $0.flags.contains(.beginsMatch) }
    }
    if let beginning, beginning.cost < max(first.cost * 100, 1) { first = beginning }
    var chosen = [first.set]
    for entry in ranked where chosen.count < setCount {
      let texts = Set(entry.set.map(\.bytes))
      if !chosen.contains(where: { texts.isSuperset(of: $0.map(\.bytes)) }) {
        chosen.append(entry.set)
      }
    }
    return chosen
  }

  private static func isOrdered(_ left: Literal, _ right: Literal) -> Bool {
    let (leftBytes, rightBytes) = (left.bytes, right.bytes)
    if leftBytes != rightBytes { return leftBytes.lexicographicallyPrecedes(rightBytes) }
    return left.flags.rawValue < right.flags.rawValue
  }
}
