/// Another way of writing the same post, which must not change what a rule says of it.
package enum DerivedForm: String, Sendable, CaseIterable {
  case capitals = "in capitals"
  case curlyQuotes = "with curly quotes"
  case noBreakSpaces = "with no-break spaces"
  case zeroWidthJoiners = "with zero-width joiners in words"
  case emojiInFront = "with an emoji in front"
  case mentionInFront = "with a mention in front"
  case linkAfter = "with a link after it"
  case entities = "with HTML entities"

  /// The post in this form.
  ///
  /// - Parameters:
  ///   - text: The post.
  ///   - marks: Places in the post, in UTF-8 bytes.
  /// - Returns: The post in this form, and the same places in it.
  package func apply(to text: String, marks: [Range<Int>]) -> (text: String, marks: [Range<Int>]) {
    switch self {
    case .emojiInFront: Rewriting(text, marks, prefix: "🚨 ").result
    case .mentionInFront: Rewriting(text, marks, prefix: "@NorthmarchPolice ").result
    case .linkAfter: Rewriting(text, marks, suffix: " https://t.co/Kq3vX9pLmZ").result
    case .capitals: Rewriting(text, marks) { $0.properties.uppercaseMapping }.result
    case .noBreakSpaces: Rewriting(text, marks) { $0 == " " ? "\u{A0}" : String($0) }.result
    case .curlyQuotes: curlyQuotes(text, marks)
    case .zeroWidthJoiners: joined(text, marks)
    case .entities:
      Rewriting(text, marks) { scalar in
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        default: String(scalar)
        }
      }.result
    }
  }

  private func curlyQuotes(_ text: String, _ marks: [Range<Int>]) -> (String, [Range<Int>]) {
    var opens = true
    return Rewriting(text, marks) { scalar in
      guard scalar != "'" else { return "\u{2019}" }
      guard scalar == "\"" else { return String(scalar) }
      defer { opens.toggle() }
      return opens ? "\u{201C}" : "\u{201D}"
    }.result
  }

  /// A joiner after the first letter of every plain word; tags, handles and links stay whole.
  private func joined(_ text: String, _ marks: [Range<Int>]) -> (String, [Range<Int>]) {
    var letters = 0
    var isPlain = true
    return Rewriting(text, marks) { scalar in
      if scalar.properties.isWhitespace {
        isPlain = true
        letters = 0
      } else if !scalar.properties.isAlphabetic {
        isPlain = false
      } else {
        letters += 1
      }
      let isPlace = isPlain && letters == 1 && scalar.properties.isAlphabetic
      return isPlace ? String(scalar) + "\u{200D}" : String(scalar)
    }.result
  }
}

/// A text rewritten scalar by scalar, with places carried along.
private struct Rewriting {
  let result: (text: String, marks: [Range<Int>])

  init(
    _ text: String, _ marks: [Range<Int>], prefix: String = "", suffix: String = "",
    _ replace: (Unicode.Scalar) -> String = { String($0) }
  ) {
    var rewritten = prefix
    var places = [prefix.utf8.count]
    for scalar in text.unicodeScalars {
      rewritten += replace(scalar)
      // Every byte of a scalar leads to where its replacement ends, so that ends stay ends.
      for _ in 0..<scalar.utf8.count { places.append(rewritten.utf8.count) }
    }
    let moved = marks.map { places[$0.lowerBound]..<places[$0.upperBound] }
    result = (rewritten + suffix, moved)
  }
}
