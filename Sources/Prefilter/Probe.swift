internal import PCRE2

/// Where in a text a table's literals are looked for, and which bytes there make up the key.
enum Probe: Int, Sendable, CaseIterable, BitwiseCopyable {
  /// At the start of a word: the whole word, or the first eight letters of a longer one.
  case word
  /// At the start of a word: eight bytes, which may go on into the next words.
  case phrase
  /// At the start of a word: six bytes, which may go on into the next words.
  case longStem
  /// At the start of a word: four bytes, which may go on into the next word.
  case stem
  /// At the start of a word: two letters of perhaps more.
  case shortStem
  /// At any letter: four bytes.
  case inside
  /// At any letter: two bytes.
  case insideShort
  /// At any sign, such as `#` or an emoji: four bytes.
  case sign
  /// At any sign: two bytes.
  case signShort
  /// At any sign: it alone.
  case signByte

  /// Whether it looks only where words start.
  var isAtStart: Bool {
    switch self {
    case .word, .phrase, .longStem, .stem, .shortStem: true
    case .inside, .insideShort, .sign, .signShort, .signByte: false
    }
  }

  /// Whether it looks at signs rather than at letters.
  var isAtSign: Bool {
    switch self {
    case .sign, .signShort, .signByte: true
    case .word, .phrase, .longStem, .stem, .shortStem, .inside, .insideShort: false
    }
  }

  /// The bytes that make up the key, before a short word is cut out.
  var keyMask: UInt64 {
    switch self {
    case .word, .phrase: .max
    case .longStem: 0xFFFF_FFFF_FFFF
    case .stem, .inside, .sign: 0xFFFF_FFFF
    case .shortStem, .insideShort, .signShort: 0xFFFF
    case .signByte: 0xFF
    }
  }
}

/// What a literal is found by: some of its bytes, from some place in it on.
///
/// A phrase is looked for at its rarest word, with as much as may be of what follows: at its first word there are
/// often dozens of others to compare.
struct LiteralKey {
  /// How the place is found.
  let probe: Probe
  /// The place in the literal.
  let offset: Int
  /// The bytes there, the first of them lowest.
  let bytes: UInt64

  /// The key that the fewest posts are likely to have.
  init(of literal: Literal) {
    let keys = (0..<Int(literal.count)).lazy.filter { literal.startsWord(at: $0) }.flatMap {
      Self.keys(ofWordAt: $0, in: literal)
    }
    // Of keys that are as rare the first, and whole words before beginnings.
    let ranked = keys.map { (key: $0, rate: $0.rate) }
    self = ranked.min { $0.rate < $1.rate }?.key ?? Self.anywhere(literal)
  }

  private init(_ literal: Literal, _ probe: Probe, at offset: Int, length: Int) {
    self.probe = probe
    self.offset = offset
    var bytes: UInt64 = 0
    for index in 0..<length {
      bytes |= UInt64(literal[offset + index]) << UInt64(index * 8)
    }
    self.bytes = bytes
  }

  /// The keys by which a word of a literal, and what follows it, can be found.
  private static func keys(ofWordAt offset: Int, in literal: Literal) -> [LiteralKey] {
    let length = literal.wordLength(at: offset)
    let isWhole = literal.endsWord(at: offset + length)
    var keys: [LiteralKey] = []
    if length >= 8 || isWhole {
      keys.append(LiteralKey(literal, .word, at: offset, length: min(length, 8)))
    }
    let starts: [(Probe, Int)] = [(.phrase, 8), (.longStem, 6), (.stem, 4), (.shortStem, 2)]
    let fitting = starts.first { offset + $0.1 <= literal.count && (length < $0.1 || !isWhole) }
    if let (probe, length) = fitting {
      keys.append(LiteralKey(literal, probe, at: offset, length: length))
    }
    return keys
  }

  /// The key of a literal in which no word is known to start.
  private static func anywhere(_ literal: Literal) -> LiteralKey {
    let isSign = literal.wordLength(at: 0) == 0
    switch literal.count {
    case 4...: return LiteralKey(literal, isSign ? .sign : .inside, at: 0, length: 4)
    case 2...: return LiteralKey(literal, isSign ? .signShort : .insideShort, at: 0, length: 2)
    default: return LiteralKey(literal, .signByte, at: 0, length: 1)
    }
  }

  /// How often it stands in a post, by a rough guess.
  private var rate: Double {
    var bytes: [UInt8] = []
    for shift in stride(from: UInt64(0), to: 64, by: 8) where self.bytes >> shift != 0 {
      bytes.append(UInt8(truncatingIfNeeded: self.bytes >> shift))
    }
    let isWhole = probe == .word && bytes.count < 8
    let flags: Literal.Flags = isWhole ? [.boundaryBefore, .boundaryAfter] : .boundaryBefore
    return Literal(bytes, flags: flags)?.expectedHits ?? 1
  }
}

extension Literal {
  /// How many ASCII letters, digits and underscores stand in a row from a place on.
  fileprivate func wordLength(at offset: Int) -> Int {
    var end = offset
    while end < count, ASCIISet.word.contains(self[end]) { end += 1 }
    return end - offset
  }

  /// Whether a word that reaches up to a place is known to end there.
  fileprivate func endsWord(at end: Int) -> Bool {
    end < count || flags.contains(.boundaryAfter)
  }
}
