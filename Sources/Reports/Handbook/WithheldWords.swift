import Rules

/// The words of lists marked sensitive, so that they can be left out wherever they would be shown.
struct WithheldWords {
  /// What stands in place of a word.
  static let substitute = "[word withheld]"

  /// The words of each spelling, by the first of them.
  private var spellings: [String: [[String]]] = [:]
  /// The spellings whose first word goes on in any way.
  private var open: [[String]] = []

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
      let words = spelling.tokens.filter { $0.unicodeScalars.contains { Self.isWord($0) } }
      guard let first = words.first else { continue }
      if first.utf8.last == UInt8(ascii: "*") {
        open.append(words)
      } else {
        spellings[first, default: []].append(words)
      }
    }
  }

  /// Where such words stand in a text, in bytes, from left to right.
  func ranges(in text: String) -> [Range<Int>] {
    guard !spellings.isEmpty || !open.isEmpty else { return [] }
    let words = Self.words(of: text)
    var found: [Range<Int>] = []
    var position = 0
    while position < words.count {
      let rest = words[position...]
      let candidates = (spellings[rest[position].text] ?? []) + open
      let longest = candidates.filter { Self.begin(rest, with: $0) }.map(\.count).max()
      if let longest {
        found.append(
          rest[position].range.lowerBound..<rest[position + longest - 1].range.upperBound)
        position += longest
      } else {
        position += 1
      }
    }
    return found
  }

  /// A text with its withheld words replaced.
  func shown(_ text: String) -> String {
    let ranges = ranges(in: text)
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

  private static func begin(
    _ words: ArraySlice<(text: String, range: Range<Int>)>, with spelling: [String]
  ) -> Bool {
    guard words.count >= spelling.count else { return false }
    return zip(words, spelling).allSatisfy { word, wanted in
      wanted.utf8.last == UInt8(ascii: "*")
        ? word.text.utf8.starts(with: wanted.utf8.dropLast()) : word.text == wanted
    }
  }

  private static func words(of text: String) -> [(text: String, range: Range<Int>)] {
    var words: [(text: String, range: Range<Int>)] = []
    var word = ""
    var offset = 0
    func end() {
      let length = word.utf8.count
      if length > 0 { words.append((word.lowercased(), offset - length..<offset)) }
      word = ""
    }
    for scalar in text.unicodeScalars {
      if isWord(scalar) { word.unicodeScalars.append(scalar) } else { end() }
      offset += UTF8.width(scalar)
    }
    end()
    return words
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
