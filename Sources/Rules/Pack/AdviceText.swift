/// A text of advice, cut at the names in braces that are filled in when something was found.
struct AdviceText {
  /// The pieces in their order.
  private(set) var pieces: [Piece] = []

  /// What stands in braces.
  enum Placeholder: String, CaseIterable {
    /// All kinds of detail that were found.
    case identifiers
    /// The two of them that are best taken out.
    case takeOut = "take_out"
  }

  /// A piece of the text.
  enum Piece {
    /// Words that stay.
    case words(String)
    /// A name in braces, with the place of its opening brace in scalars.
    case name(String, offset: Int)
  }

  /// Cuts a text up.
  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var words = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let length = scalars[index] == "{" ? Self.nameLength(in: scalars[(index + 1)...]) : 0
      if length > 0 {
        if !words.isEmpty { pieces.append(.words(String(words))) }
        words = .init()
        var name = String.UnicodeScalarView()
        name.append(contentsOf: scalars[(index + 1)..<(index + 1 + length)])
        pieces.append(.name(String(name), offset: index))
        index += length + 2
      } else {
        words.append(scalars[index])
        index += 1
      }
    }
    if !words.isEmpty { pieces.append(.words(String(words))) }
  }

  /// The names in braces, with their places.
  var names: [(name: String, offset: Int)] {
    pieces.compactMap { piece in
      if case .name(let name, let offset) = piece { (name, offset) } else { nil }
    }
  }

  /// The text with its names filled in.
  func filled(_ fill: (Placeholder) -> String) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .name(let name, _): Placeholder(rawValue: name).map(fill) ?? "{\(name)}"
      }
    }.joined()
  }

  /// How many scalars the name after a brace has; 0 when no closing brace follows.
  private static func nameLength(in scalars: ArraySlice<Unicode.Scalar>) -> Int {
    let name = scalars.prefix { scalar in
      ("a"..."z").contains(scalar) || scalar == "_" || scalar == "-"
    }
    return scalars.dropFirst(name.count).first == "}" ? name.count : 0
  }
}

extension Rule.Advice {
  /// The words with the names of all kinds of detail that were found, and of those that are best taken out.
  package func naming(_ identifiers: [String], takeOut: [String]) -> Rule.Advice {
    filled { placeholder in
      switch placeholder {
      case .identifiers: Self.row(identifiers)
      case .takeOut: Self.row(takeOut)
      }
    }
  }

  /// The words as they are said of the rule, when nothing was found.
  package var inGeneral: Rule.Advice {
    filled { placeholder in
      switch placeholder {
      case .identifiers: "these details"
      case .takeOut: "two of them"
      }
    }
  }

  private func filled(_ fill: (AdviceText.Placeholder) -> String) -> Rule.Advice {
    var words = self
    words.readsAs = AdviceText(readsAs).filled(fill)
    words.advice = AdviceText(advice).filled(fill)
    return words
  }

  private static func row(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
