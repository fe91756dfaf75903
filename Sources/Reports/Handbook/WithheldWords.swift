import Rules

/// The words of lists marked sensitive, so that they can be left out wherever they would be shown.
struct WithheldWords {
  /// What stands in place of a word.
  static let substitute = "[word withheld]"

  /// The words of the spellings, by the first of them and the second, if there is one.
  private var spellings: [String: [String: Set<[String]>]] = [:]
  /// The spellings whose first word goes on in any way, by what that word begins with; by its first byte.
  private var open: [UInt8: [(start: String, spellings: Set<[String]>)]] = [:]

  /// Gathers the words of the lists that are sensitive.
  init(_ lists: [WordList]) {
    for list in lists where list.isSensitive {
      for term in list.terms { add(term.value) }
    }
  }

  private mutating func add(_ text: String) {
    guard let term = try? Term(parsing: text) else { return }
    // A term with more spellings than are written out is known by one for each of its choices.
    let all = Spelling.all(of: term, .ignore) ?? term.samples.map { Spelling($0.text, .ignore) }
    for spelling in all {
      let words = spelling.tokens.filter { $0.unicodeScalars.contains(where: Self.isWord) }
      guard let first = words.first, let byte = first.utf8.first else { continue }
      guard first.utf8.last == UInt8(ascii: "*") else {
        spellings[first, default: [:]][Self.second(of: words), default: []].insert(words)
        continue
      }
      let start = String(decoding: first.utf8.dropLast(), as: UTF8.self)
      if let index = open[byte]?.firstIndex(where: { $0.start == start }) {
        open[byte]?[index].spellings.insert(words)
      } else {
        open[byte, default: []].append((start, [words]))
      }
    }
  }

  /// Where such words stand in a text, in bytes, from left to right.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isExpression: True when a backslash and the sign after it are no part of a word.
  /// - Returns: The ranges; they do not overlap.
  func ranges(in text: String, isExpression: Bool = false) -> [Range<Int>] {
    guard !spellings.isEmpty || !open.isEmpty else { return [] }
    let words = Self.words(of: text, isExpression: isExpression)
    var found: [Range<Int>] = []
    var position = 0
    while position < words.count {
      if let length = longest(at: position, of: words) {
        let last = words[position + length - 1]
        found.append(words[position].range.lowerBound..<last.range.upperBound)
        position += length
      } else {
        position += 1
      }
    }
    return found
  }

  /// The second word of a spelling as it is looked up: any, when it goes on in any way.
  private static func second(of words: [String]) -> String {
    guard words.count > 1 else { return "" }
    return words[1].utf8.last == UInt8(ascii: "*") ? goesOn : words[1]
  }

  private static let goesOn = "*"

  /// How many words the longest spelling has that begins at a word.
  private func longest(at position: Int, of words: [Word]) -> Int? {
    let word = words[position].text
    var longest: Int?
    func look(_ spellings: Set<[String]>) {
      for spelling in spellings
      where spelling.count > longest ?? 0 && Self.begin(words, at: position, with: spelling) {
        longest = spelling.count
      }
    }
    if let known = spellings[word] {
      let next = position + 1 < words.count ? words[position + 1].text : ""
      for second in ["", Self.goesOn, next] { known[second].map(look) }
    }
    for (start, spellings) in word.utf8.first.flatMap({ open[$0] }) ?? []
    where word.utf8.starts(with: start.utf8) {
      look(spellings)
    }
    return longest
  }

  /// A text with its withheld words replaced.
  func shown(_ text: String, isExpression: Bool = false) -> String {
    let ranges = ranges(in: text, isExpression: isExpression)
    guard !ranges.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var shown: [UInt8] = []
    var end = 0
    for range in ranges {
      shown += bytes[end..<range.lowerBound] + Self.substitute.utf8
      end = range.upperBound
    }
    return String(decoding: shown + bytes[end...], as: UTF8.self)
  }

  /// A word of a text.
  private struct Word {
    /// The word in small letters.
    let text: String
    /// Where it stands, in bytes.
    let range: Range<Int>
    /// True when only white space, hyphens or apostrophes stand between it and the word before.
    let isJoined: Bool
  }

  /// Whether the words from a position on are those of a spelling.
  private static func begin(_ words: [Word], at position: Int, with spelling: [String]) -> Bool {
    guard words.count - position >= spelling.count else { return false }
    for (index, wanted) in spelling.enumerated() {
      let word = words[position + index]
      if index > 0, !word.isJoined { return false }
      let isOpen = wanted.utf8.last == UInt8(ascii: "*")
      guard isOpen ? word.text.utf8.starts(with: wanted.utf8.dropLast()) : word.text == wanted
      else { return false }
    }
    return true
  }

  private static func words(of text: String, isExpression: Bool) -> [Word] {
    var words: [Word] = []
    var word = ""
    var offset = 0
    var isJoined = true
    var isEscaped = false
    func end() {
      let length = word.utf8.count
      guard length > 0 else { return }
      words.append(
        Word(text: word.lowercased(), range: offset - length..<offset, isJoined: isJoined))
      word = ""
      isJoined = true
    }
    for scalar in text.unicodeScalars {
      if isWord(scalar), !isEscaped {
        word.unicodeScalars.append(scalar)
      } else {
        end()
        isJoined = isJoined && !isEscaped && isGap(scalar)
      }
      isEscaped = isExpression && scalar == "\\" && !isEscaped
      offset += UTF8.width(scalar)
    }
    end()
    return words
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || ["-", "'", "\u{2019}"].contains(scalar)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar)
      : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
