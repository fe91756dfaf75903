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
  /// Characters that stand in a row, for patterns without good literals; one of the windows occurs.
  package var windows: [ClassWindow]
  /// The most stretches of a match that can part its words; `nil` when there is no telling how far a match reaches
  /// from the literals of the first set.
  package var partings: Int?

  /// The most literals of one set; a few are enough for most patterns, and keep tables small.
  private static let setLimits = [4, 12, 48, 600]
  /// How many posts in a million a requirement may let through without a search for a better one.
  private static let goodEnough = 50
  /// The most sets of one pattern.
  private static let setCount = 4
  /// How many digits few posts have.
  private static let manyDigits = 8

  /// Makes a requirement of its parts.
  package init(
    literals: [[Literal]] = [], minimums: ByteMinimums = .init(), windows: [ClassWindow] = [],
    partings: Int? = nil
  ) {
    self.literals = literals
    self.minimums = minimums
    self.windows = windows
    self.partings = partings
  }

  /// Nothing is required: the pattern has to be run on every text.
  package static let always = Requirement()

  /// Whether the pattern has to be run on every text.
  package var isAlways: Bool {
    literals.isEmpty && minimums == ByteMinimums() && windows.isEmpty
  }

  /// How many posts have what is required, per post, by a rough guess; 1 at most.
  package var expectedRate: Double {
    literals.first.map { set in min(set.reduce(0) { $0 + $1.expectedHits }, 1) } ?? 1
  }

  /// Works out what a pattern that PCRE2 accepts requires.
  package init(of source: String, caseless: Bool) {
    self.init(of: PatternSyntax(source, caseless: caseless))
  }

  /// Works out what a pattern requires.
  package init(of syntax: PatternSyntax) {
    var best = Choice(sets: [])
    for limit in Self.setLimits where best.passing > Self.goodEnough || best.beginsAnywhere {
      let choice = Choice(
        from: LiteralFinder(limit: limit).requiredSets(of: syntax.root), atMost: Self.setCount)
      if choice.price < best.price { best = choice }
    }
    let minimums = ByteMinimums(of: syntax.root)
    // So many digits rule out more posts than what would have to be looked for at every letter.
    if minimums[.digit] >= Self.manyDigits, best.beginsAnywhere { best = Choice(sets: []) }
    self.init(
      literals: best.sets.map { Literal.sharingStems($0.set) }, minimums: minimums,
      // A good set of literals makes the window superfluous.
      windows: best.passing < 300_000 ? [] : ClassWindow.windows(of: syntax.root),
      partings: syntax.root.partings)
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
}

extension Requirement {
  /// Sets of literals that are looked for together, and what that costs.
  private struct Choice {
    /// The set to look for first, and those that only rule texts out.
    private(set) var sets: [RankedSet]
    /// How many posts in a million have a literal of every set, by a rough guess.
    private(set) var passing = 1_000_000

    /// The largest further set: a long list rules little out, and takes long to look for.
    private static let furtherSetLimit = 96
    /// What it costs in millionths of a hit to have one more literal in the tables.
    private static let room = 1_000
    /// What it costs to look at every letter of a post rather than where words start.
    private static let everyLetter = 10_000_000

    /// Looks for some sets.
    init(sets: [RankedSet]) {
      self.sets = sets
    }

    /// Picks the set to look for first and further ones that rule texts out.
    init(from sets: [[Literal]], atMost count: Int) {
      // Literals of which nearly every post has one rule nothing out.
      let ranked = Requirement.ranked(sets).filter { $0.cost < 1_000_000 }
      let choices = ranked.map { Choice(first: $0, of: ranked, atMost: count) }
      self = choices.min { $0.price < $1.price } ?? Choice(sets: [])
    }

    /// Looks for one set first, and then for further ones that rule texts out.
    private init(first: RankedSet, of ranked: [RankedSet], atMost count: Int) {
      self.init(sets: [first])
      passing = min(first.cost, 1_000_000)
      for entry in ranked where self.sets.count < count && entry.set.count <= Self.furtherSetLimit {
        let texts = Set(entry.set.map(\.bytes))
        if !self.sets.contains(where: { texts.isSuperset(of: $0.set.map(\.bytes)) }) {
          self.sets.append(entry)
          passing = passing / 1_000 * min(entry.cost, 1_000_000) / 1_000
        }
      }
    }

    /// Whether the set to look for first has to be looked for at every letter of a post.
    var beginsAnywhere: Bool { sets.first?.set.contains(where: \.beginsAnywhere) ?? false }

    /// The whole cost in a post: the hits of the first set and the room it takes, looking for the others where one of
    /// it stands, and PCRE2 where all are there.
    var price: Int {
      guard let first = sets.first else { return .max }
      return first.cost + first.set.count * Self.room + (beginsAnywhere ? Self.everyLetter : 0)
        + min(first.cost, 1_000_000) * (sets.count - 1) + passing * Self.weight(of: first)
    }

    /// What PCRE2 costs, in hits: trying a pattern at the one place where a match can begin costs a
    /// fraction of searching the post.
    private static func weight(of entry: RankedSet) -> Int {
      entry.set.allSatisfy { $0.flags.contains(.beginsMatch) } ? 15 : 50
    }
  }
}
