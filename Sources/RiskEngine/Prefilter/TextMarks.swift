/// Folds a text's case, marks its words and signs, and looks for characters that void requirements.
enum TextMarks {
  /// Every lowest bit of a byte.
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  /// Every highest bit of a byte.
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Copies a text into the scratch and marks it.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8, of at least one byte.
  ///   - scratch: Gets the text, padded with zeros to whole blocks and one more.
  /// - Returns: How many blocks of 64 bytes there are; `nil` when requirements mean nothing for the
  ///   text, because it holds U+017F, U+212A or perhaps a digit of another script.
  @inline(__always)
  static func mark(_ text: UnsafeBufferPointer<UInt8>, in scratch: CandidateScratch) -> Int? {
    guard let base = text.baseAddress else { return 0 }
    let blocks = (text.count + 63) / 64
    scratch.makeRoom(blocks: blocks)
    let raw = scratch.raw
    let folded = scratch.folded
    let words = scratch.words
    let signs = scratch.signs
    raw.update(from: base, count: text.count)
    (raw + text.count).update(repeating: 0, count: (blocks + 1) * 64 - text.count)
    for block in 0..<blocks {
      var word: UInt64 = 0
      var sign: UInt64 = 0
      var lead: UInt64 = 0
      for lane in 0..<8 {
        let place = block * 64 + lane * 8
        let bytes = UnsafeRawPointer(raw + place).loadUnaligned(as: UInt64.self)
        let lower = lowered(bytes)
        UnsafeMutableRawPointer(folded + place).storeBytes(of: lower, as: UInt64.self)
        let isWord = wordBytes(lower)
        let isContinuation = bytes & ~(bytes << 1) & tops
        let shift = UInt64(lane * 8)
        word |= gathered(isWord) << shift
        sign |= gathered(otherBytes(bytes) & ~isWord & ~isContinuation) << shift
        lead |= gathered(bytes & (bytes << 1) & tops) << shift
      }
      words[block] = word
      signs[block] = sign
      while lead != 0 {
        if voidsRequirements(raw + (block * 64 + lead.trailingZeroBitCount)) { return nil }
        lead &= lead &- 1
      }
    }
    words[blocks] = 0
    (folded + blocks * 64).update(repeating: 0, count: 64)
    return blocks
  }

  /// Whether a character beyond ASCII may match what only ASCII is looked for.
  ///
  /// That is so for U+017F and U+212A, which fold to s and k, and for decimal digits. More
  /// characters than those are named here, but all of them are rare in posts in English.
  @inline(__always)
  static func voidsRequirements(_ bytes: UnsafePointer<UInt8>) -> Bool {
    switch bytes[0] {
    case 0xC5: bytes[1] == 0xBF
    case 0xD9: 0xA0...0xA9 ~= bytes[1]
    case 0xDB: 0xB0...0xB9 ~= bytes[1]
    case 0xDF: bytes[1] <= 0x89
    case 0xE0: true
    case 0xE1: bytes[1] <= 0xB1
    case 0xE2: bytes[1] == 0x84 && bytes[2] == 0xAA
    case 0xEA: bytes[1] < 0xB0
    case 0xEF: bytes[1] == 0xBC
    case 0xF0:
      switch bytes[1] {
      case 0x9D: bytes[2] == 0x9F
      case 0x9F: bytes[2] == 0xAF
      default: true
      }
    default: false
    }
  }

  /// The bytes with ASCII capitals made small.
  @inline(__always)
  private static func lowered(_ bytes: UInt64) -> UInt64 {
    let low = bytes & ~tops
    let isCapital =
      (low &+ ones &* (0x80 - 0x41)) & ~(low &+ ones &* (0x80 - 0x5B)) & ~bytes & tops
    return bytes | isCapital >> 2
  }

  /// The top bit of every ASCII letter, digit and underscore, of bytes that are lower-cased.
  @inline(__always)
  private static func wordBytes(_ lower: UInt64) -> UInt64 {
    let low = lower & ~tops
    let isLetter = (low &+ ones &* (0x80 - 0x61)) & ~(low &+ ones &* (0x80 - 0x7B))
    let isDigit = (low &+ ones &* (0x80 - 0x30)) & ~(low &+ ones &* (0x80 - 0x3A))
    let isUnderscore = ~((low ^ ones &* 0x5F) &+ ones &* 0x7F)
    return (isLetter | isDigit | isUnderscore) & ~lower & tops
  }

  /// The top bit of every byte that is neither a space nor zero.
  @inline(__always)
  private static func otherBytes(_ bytes: UInt64) -> UInt64 {
    let low = bytes & ~tops
    let isNotSpace = (low ^ ones &* 0x20) &+ ones &* 0x7F
    let isNotZero = low &+ ones &* 0x7F
    return (isNotSpace & isNotZero | bytes) & tops
  }

  /// The top bits of eight bytes, side by side; the lowest byte's comes lowest.
  @inline(__always)
  private static func gathered(_ topBits: UInt64) -> UInt64 {
    ((topBits >> 7) &* 0x0102_0408_1020_4080) >> 56
  }
}
