/// Writes terms as PCRE2 patterns.
///
/// The patterns are written for texts that PostText has normalised: straight apostrophes, `-` for
/// every dash, white space as spaces and newlines.
struct TermPattern {
  /// How letter case counts.
  let letterCase: Matcher.LetterCase

  /// The pattern of a term as it is written, with its word boundaries.
  func plain(_ term: Term) -> String {
    (Self.beginsWithWord(term) ? #"\b"# : "") + sequence(term, masking: false)
      + (Self.endsWithWord(term) ? #"\b"# : "")
  }

  /// The pattern of a term with some of its letters starred out; `nil` when it is too short for that.
  func starred(_ term: Term) -> String? {
    guard Self.letters(of: term) >= 3 else { return nil }
    return (Self.beginsWithWord(term) ? #"\b"# : "") + sequence(term, masking: true)
      + #"(?![\w*])"#
  }

  /// One pattern for any of the terms: longest first, grouped by their first letter.
  static func alternation(_ alternatives: [String]) -> String {
    // Grouping by the first letter spares most comparisons of a long list.
    var groups: [[Headed]] = []
    let ordered = Set(alternatives).sorted {
      ($0.utf8.count, $1) > ($1.utf8.count, $0)
    }
    var places: [Character: Int] = [:]
    for alternative in ordered.map(Headed.init) {
      guard let letter = alternative.letter else {
        groups.append([alternative])
        continue
      }
      if let place = places[letter] {
        groups[place].append(alternative)
      } else {
        places[letter] = groups.count
        groups.append([alternative])
      }
    }
    return "(?:" + groups.map(grouped).joined(separator: "|") + ")"
  }

  /// One pattern for alternatives with the same first letter.
  private static func grouped(_ alternatives: [Headed]) -> String {
    let first = alternatives[0]
    guard alternatives.count > 1, let letter = first.letter else { return first.head + first.tail }
    if alternatives.allSatisfy({ $0.head == first.head }) {
      return first.head + "(?:" + alternatives.map(\.tail).joined(separator: "|") + ")"
    }
    // Of those that differ in case the longest still comes first.
    return "(?=(?i:\(letter)))(?:" + alternatives.map { $0.head + $0.tail }.joined(separator: "|")
      + ")"
  }

  /// An alternative, parted after the boundary and first letter that it begins with when it is that simple.
  private struct Headed {
    /// The letter, small.
    private(set) var letter: Character?
    /// The boundary and the letter; `(?i:x)` where its case is free.
    private(set) var head = ""
    /// What follows.
    private(set) var tail: String

    init(_ alternative: String) {
      tail = alternative
      let isFree = alternative.hasPrefix(#"\b(?i:"#)
      guard isFree || alternative.hasPrefix(#"\b"#) else { return }
      let rest = alternative.unicodeScalars.dropFirst(isFree ? 6 : 2)
      guard let letter = rest.first, let next = rest.dropFirst().first,
        ("a"..."z").contains(letter) || ("A"..."Z").contains(letter),
        !["?", "*", "+", "{"].contains(next)
      else { return }
      self.letter = Character(letter).lowercased().first
      head = isFree ? #"\b(?i:\#(letter))"# : #"\b\#(letter)"#
      let after = rest.dropFirst()
      // By scalars: a combining mark may follow the bracket.
      tail =
        isFree && next != ")" ? "(?i:" + String(after) : String(isFree ? after.dropFirst() : after)
    }
  }

  // MARK: - Pieces

  private func sequence(_ term: Term, masking: Bool) -> String {
    var pattern = ""
    var rest = term.pieces[...]
    var isLeading = true
    while let piece = rest.popFirst() {
      switch (piece, rest.first) {
      case (.choice(let choices, isOptional: true), .space) where isLeading:
        rest.removeFirst()
        pattern += "(?:" + choice(choices, masking: masking) + Self.gap + ")?"
        continue
      case (.space, .choice(let choices, isOptional: true))
      where rest.dropFirst().first ?? .space == .space:
        // An optional word takes one of its two spaces with it.
        rest.removeFirst()
        pattern += "(?:" + Self.gap + choice(choices, masking: masking) + ")?"
      case (.choice(let choices, isOptional: true), _):
        pattern += choice(choices, masking: masking) + "?"
      default:
        pattern += plain(piece, masking: masking)
      }
      isLeading = false
    }
    return pattern
  }

  private func plain(_ piece: Term.Piece, masking: Bool) -> String {
    switch piece {
    case .literal(let text):
      return word(text, masking: masking)
    case .open(let text):
      return word(text, masking: masking) + #"\w*"#
    case .inflected(let text):
      return inflected(text, masking: masking)
    case .choice(let choices, _):
      return choice(choices, masking: masking)
    case .space:
      return Self.gap
    }
  }

  private func choice(_ choices: [Term], masking: Bool) -> String {
    "(?:" + choices.map { sequence($0, masking: masking) }.joined(separator: "|") + ")"
  }

  private static func anyOf(_ patterns: [String]) -> String {
    patterns.count == 1 ? patterns[0] : "(?:" + patterns.joined(separator: "|") + ")"
  }

  /// White space or a hyphen, as between *off* and *duty*.
  private static let gap = #"[\s-]+"#

  // MARK: - Letters

  private func word(_ text: String, masking: Bool) -> String {
    let letters = text.unicodeScalars.count { Self.isWordScalar($0) }
    return masking && letters >= 3 ? masked(text, letters: letters) : written(text)
  }

  /// A word with its inflections, what they have in common written once.
  ///
  /// PCRE2 compiles no more than 64 KiB, which a list of starred words in all their forms would exceed.
  private func inflected(_ text: String, masking: Bool) -> String {
    let word = Array(text.unicodeScalars)
    var kin: [[Unicode.Scalar]] = []
    var others: [String] = []
    for form in Inflections.forms(of: text) {
      let scalars = Array(form.unicodeScalars)
      if Self.shared(scalars, word) >= max(1, word.count - 1) {
        kin.append(scalars)
      } else {
        others.append(self.word(form, masking: masking))
      }
    }
    let common = kin.map { Self.shared($0, word) }.min() ?? word.count
    let stem = Self.text(word[..<common])
    let tails = kin.map { Self.text($0[common...]) }
    let letters = kin.map { $0.count(where: Self.isWordScalar) }
    let isMasked = masking && letters.allSatisfy { $0 >= 3 }
    let start = isMasked ? masked(stem, letters: letters.max() ?? 0) : written(stem)
    let ends = tails.filter { !$0.isEmpty }.map { isMasked ? starred($0) : written($0) }
    let end = ends.isEmpty ? "" : "(?:" + ends.joined(separator: "|") + ")"
    let mayEnd = tails.contains("") && !ends.isEmpty
    return Self.anyOf([start + end + (mayEnd ? "?" : "")] + others)
  }

  private static func shared(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    zip(left, right).prefix { $0 == $1 }.count
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// The word as it stands; under `capitals`, its small letters match either case.
  private func written(_ text: String) -> String {
    var pattern = ""
    var small = ""
    for scalar in text.unicodeScalars {
      let isFree =
        letterCase == .capitals && scalar.properties.isAlphabetic
        && !scalar.properties.isUppercase
      if isFree {
        small += Self.escaped(scalar)
        continue
      }
      pattern += Self.caseless(small) + Self.sign(scalar)
      small = ""
    }
    return pattern + Self.caseless(small)
  }

  private static func caseless(_ letters: String) -> String {
    letters.isEmpty ? "" : "(?i:" + letters + ")"
  }

  private static func sign(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case _ where isApostrophe(scalar): "'?"
    case "-": gap
    default: escaped(scalar)
    }
  }

  /// The word with any letter but the first starred out, and at least one of them.
  private func masked(_ text: String, letters: Int) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: Self.isWordScalar) else { return starred(text) }
    // The look-ahead asks for a star, or the plain alternative is the one that counts.
    return starred(String(scalars[..<first])) + Self.escaped(scalars[first])
      + #"(?=\w{0,"# + String(letters - 2) + #"}\*)"#
      + starred(String(scalars[scalars.index(after: first)...]))
  }

  /// Letters each of which may be starred out.
  private func starred(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      Self.isWordScalar(scalar) ? "[" + Self.escaped(scalar) + "*]" : Self.sign(scalar)
    }.joined()
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let isSpecial = #"\^$.[]|()?*+{}-#/"#.unicodeScalars.contains(scalar)
    return (isSpecial ? "\\" : "") + String(scalar)
  }

  /// True for letters, digits and the low line, as PCRE2's `\w` has them.
  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    case _ where scalar.isASCII: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  // MARK: - Edges

  private static func letters(of term: Term) -> Int {
    term.pieces.map { piece in
      switch piece {
      case .literal(let text), .inflected(let text), .open(let text): text.unicodeScalars.count
      case .choice(let choices, isOptional: false): choices.map(letters).min() ?? 0
      case .choice, .space: 0
      }
    }.max() ?? 0
  }

  private static func beginsWithWord(_ term: Term) -> Bool {
    edgeIsWord(term.pieces[...], next: { $0.popFirst() }, edge: { $0.first { !isApostrophe($0) } })
  }

  private static func endsWithWord(_ term: Term) -> Bool {
    if case .open = term.pieces.last { return false }
    return edgeIsWord(
      term.pieces[...], next: { $0.popLast() }, edge: { $0.last { !isApostrophe($0) } })
  }

  /// An apostrophe may be left out, so that it is the letter beside it that makes the boundary.
  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}"
  }

  private static func edgeIsWord(
    _ pieces: ArraySlice<Term.Piece>,
    next: (inout ArraySlice<Term.Piece>) -> Term.Piece?,
    edge: (String.UnicodeScalarView) -> Unicode.Scalar?
  ) -> Bool {
    var rest = pieces
    while let piece = next(&rest) {
      switch piece {
      case .literal(let text), .inflected(let text), .open(let text):
        return edge(text.unicodeScalars).map(isWordScalar) ?? false
      case .choice(let choices, let isOptional):
        let areWords = choices.allSatisfy { edgeIsWord($0.pieces[...], next: next, edge: edge) }
        if !areWords || !isOptional { return areWords }
      case .space:
        continue
      }
    }
    return true
  }
}
