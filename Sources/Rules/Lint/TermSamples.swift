extension Term {
  /// A text that a term is meant to find, and the choice for which it stands.
  package struct Sample: Sendable, Equatable {
    /// The text.
    package let text: String
    /// Where the choice stands in the term's own text, in Unicode scalars.
    package let range: Range<Int>
  }

  /// Short texts that the term is meant to find, at least one for each of its choices.
  package var samples: [Sample] {
    cover.samples.map { sample in
      let words = sample.text.unicodeScalars.split { $0.properties.isWhitespace }
      return Sample(text: words.map { String($0) }.joined(separator: " "), range: sample.range)
    }
  }

  /// The shortest text of a term, and one text for each choice.
  private var cover: (shortest: String, samples: [Sample]) {
    let parts = pieces.map(Self.cover)
    let shortest = parts.map(\.shortest).joined()
    var samples: [Sample] = []
    for (index, part) in parts.enumerated() {
      let before = parts[..<index].map(\.shortest).joined()
      let after = parts[(index + 1)...].map(\.shortest).joined()
      samples += part.samples.map { Sample(text: before + $0.text + after, range: $0.range) }
    }
    return (shortest, samples.isEmpty ? [Sample(text: shortest, range: range)] : samples)
  }

  private static func cover(of piece: Piece) -> (shortest: String, samples: [Sample]) {
    switch piece {
    case .literal(let text), .inflected(let text), .open(let text): return (text, [])
    case .space: return (" ", [])
    case .choice(let choices, let isOptional):
      let covers = choices.map(\.cover)
      let shortest = covers.map(\.shortest).min { $0.utf8.count < $1.utf8.count }
      return (isOptional ? "" : shortest ?? "", covers.flatMap(\.samples))
    }
  }
}
