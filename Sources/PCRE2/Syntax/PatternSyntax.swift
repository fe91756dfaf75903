/// A pattern, read far enough to say what a text must contain for it to match.
///
/// It describes at least every text that PCRE2 matches. What is not understood is ``Node/opaque``.
package struct PatternSyntax: Sendable, Equatable {
  /// The whole pattern.
  package let root: Node

  /// Reads a pattern that PCRE2 accepts; of any other pattern the result says nothing useful.
  package init(_ source: String, caseless: Bool) {
    var parser = PatternParser(source, caseless: caseless)
    self.root = parser.parse()
  }

  /// A piece of a pattern.
  package indirect enum Node: Sendable, Equatable {
    /// One character; a caseless letter also stands for its other case.
    case scalar(UInt32, caseless: Bool)
    /// One character of a set.
    case set(ScalarSet)
    /// Pieces that follow each other; with none of them it matches the empty text.
    case sequence([Node])
    /// Pieces of which one is matched, the first that can.
    case choice([Node])
    /// A piece in brackets that gives nothing back once it has matched.
    case atomic(Node)
    /// A piece again and again.
    case loop(Loop)
    /// A place and not a character: `\b`, or whatever else needs no further telling apart.
    case place(Place)
    /// A look at what follows or precedes, which consumes nothing.
    case look(Look)
    /// A repetition of what a group matched, of any length.
    case backreference(offset: Int)
    /// Anything at all: a part that is not understood.
    case opaque
  }

  /// A piece again and again.
  package struct Loop: Sendable, Equatable {
    /// What is repeated.
    package let body: Node
    /// How often at least.
    package let least: Int
    /// How often at most; `nil` without end.
    package let most: Int?
    /// Whether it gives nothing back once it has matched.
    package let isPossessive: Bool
    /// Where its quantifier stands in the pattern, in bytes.
    package let offset: Int
  }

  /// A place between characters.
  package enum Place: Sendable, Equatable {
    /// `\b`.
    case wordBoundary
    /// `^` or `\A`: the start of the text, or of a line.
    case lineStart
    /// Any other: `$`, `\z`, `\Z`, `\G`, `\B`.
    case other
  }

  /// A look at what follows or precedes.
  package struct Look: Sendable, Equatable {
    /// What is looked for.
    package let body: Node
    /// Whether it looks at what follows.
    package let isAhead: Bool
    /// Whether it demands that the piece does not match.
    package let isNegative: Bool
  }
}
