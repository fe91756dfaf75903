/// The shapes in a pattern that can make it slow, or match where it should not.
package struct PatternHazards: Sendable, Equatable {
  /// What was found, in the order of the pattern.
  package private(set) var found: [Hazard] = []
  /// Whether nothing in the pattern forces a match to have any text.
  package let mayMatchEmpty: Bool

  /// One dangerous shape.
  package struct Hazard: Sendable, Equatable {
    /// Which shape it is.
    package let shape: Shape
    /// Where in the pattern it is, in bytes.
    package let offset: Int
  }

  /// A dangerous shape.
  package enum Shape: String, Sendable, CaseIterable {
    /// A loop within a loop that can share the same text out in many ways: exponential time.
    case nestedLoops = "a loop within a loop can share out the same text in many ways"
    /// Loops after each other that compete for the same text: quadratic time or worse.
    case competingLoops = "two loops in a row compete for the same characters"
    /// An endless loop at the start, tried anew at every place: quadratic time.
    case leadingLoop = "the pattern starts with an endless loop"
    /// A reference to what a group matched: no prefilter, and costly on every text.
    case backreference = "a backreference has to be tried on every post"
  }

  /// Looks through a pattern that PCRE2 accepts.
  package init(of source: String, caseless: Bool) {
    self.init(of: PatternSyntax(source, caseless: caseless))
  }

  /// Looks through a pattern.
  package init(of syntax: PatternSyntax) {
    self.mayMatchEmpty = Extent(of: syntax.root).mayBeEmpty && syntax.root != .opaque
    if let offset = Self.leadingLoop(syntax.root) {
      found.append(Hazard(shape: .leadingLoop, offset: offset))
    }
    visit(syntax.root, wrap: nil)
    found.sort { $0.offset < $1.offset }
  }

  /// Asks PCRE2 itself whether a pattern matches empty text somewhere; one of four texts will do.
  package static func matchesEmpty(
    _ pattern: Pattern, using scratch: MatchScratch
  ) throws(MatchFailure) -> Bool {
    for text in ["", "a", "a b", "\n#1"] {
      var isEmpty = false
      let bytes = Array(text.utf8)
      try bytes.withUnsafeBufferPointer { (buffer) throws(MatchFailure) in
        try pattern.forEachMatch(in: buffer, using: scratch) { match in
          isEmpty = match.isEmpty
          return !isEmpty
        }
      }
      if isEmpty { return true }
    }
    return false
  }

  /// Walks a piece; `wrap` is what follows it when an enclosing endless loop goes round again.
  private mutating func visit(_ node: PatternSyntax.Node, wrap: ScalarSet?) {
    switch node {
    case .sequence(let nodes): sequence(nodes, wrap: wrap)
    case .choice(let branches): for branch in branches { visit(branch, wrap: wrap) }
    case .atomic(let body): visit(body, wrap: nil)
    case .look(let look): visit(look.body, wrap: nil)
    case .backreference(let offset): found.append(Hazard(shape: .backreference, offset: offset))
    case .loop(let loop):
      if let wrap, loop.isEndless, Extent(of: loop.body).last.overlaps(wrap) {
        found.append(Hazard(shape: .nestedLoops, offset: loop.offset))
      }
      let body = Extent(of: loop.body)
      // Within a single character there is nothing to share out.
      let inner = loop.isEndless && !body.isOneCharacter ? body.first : nil
      visit(loop.body, wrap: loop.isPossessive ? nil : inner ?? (loop.isEndless ? nil : wrap))
    case .scalar, .set, .place, .opaque: break
    }
  }

  private mutating func sequence(_ nodes: [PatternSyntax.Node], wrap: ScalarSet?) {
    for (index, node) in nodes.enumerated() {
      var following: ScalarSet? = ScalarSet.empty
      for next in nodes[(index + 1)...] {
        let extent = Extent(of: next)
        following = following?.union(extent.first)
        if let loop = node.endlessLoop, let rival = next.endlessLoop,
          Extent(of: loop.body).last.overlaps(Extent(of: rival.body).first)
        {
          found.append(Hazard(shape: .competingLoops, offset: rival.offset))
        }
        if !extent.mayBeEmpty {
          following = nil
          break
        }
      }
      // Only when everything after the piece can be empty does the loop around it come next.
      visit(node, wrap: following == nil ? nil : wrap)
    }
  }

  /// Finds an endless loop over many characters that nothing but places precedes.
  private static func leadingLoop(_ node: PatternSyntax.Node) -> Int? {
    switch node {
    case .loop(let loop):
      let first = Extent(of: loop.body).first
      let isWide = first.ascii.count >= 26 || first.beyond == .any
      return loop.isEndless && isWide ? loop.offset : nil
    case .atomic(let body): return leadingLoop(body)
    case .choice(let branches): return branches.lazy.compactMap(leadingLoop).first
    case .sequence(let nodes):
      // A place such as `\b` or `^` in front leaves few starts to try from.
      guard let first = nodes.first else { return nil }
      return leadingLoop(first)
    default: return nil
    }
  }
}

extension PatternSyntax.Loop {
  /// Whether it has no end and gives back what it took.
  var isEndless: Bool { most == nil && !isPossessive }
}

extension PatternSyntax.Node {
  /// The endless loop that the piece is, if it is one.
  var endlessLoop: PatternSyntax.Loop? {
    if case .loop(let loop) = self, loop.isEndless { return loop }
    return nil
  }
}
