/// Folds a text's case, marks its words and signs, and looks for characters that requirements do not reckon with.
enum TextMarks {
  /// Every lowest bit of a byte.
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  /// Every highest bit of a byte.
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Copies a text and marks it.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - scanned: Gets the text, padded with zeros to whole blocks and one more.
  @inline(__always)
  static func mark(
    _ text: UnsafeBufferPointer<UInt8>, in scanned: UnsafeMutablePointer<ScannedText>
  ) {
    scanned.pointee.count = text.count
    guard let base = text.baseAddress else {
      scanned.pointee.blocks = 0
      scanned.pointee.noteWords(blocks: 0)
      scanned.pointee.trust = .all
      return
    }
    let blocks = (text.count + 63) / 64
    scanned.pointee.makeRoom(blocks: blocks)
    scanned.pointee.blocks = blocks
    let raw = scanned.pointee.raw
    let folded = scanned.pointee.folded
    raw.update(from: base, count: text.count)
    (raw + text.count).update(repeating: 0, count: (blocks + 1) * 64 - text.count)
    var foldedBlocks = blocks
    scanned.pointee.isShortened = fold(raw, into: folded, blocks: blocks)
    if scanned.pointee.isShortened {
      let count = shortenRuns(folded, scanned.pointee.origins, count: text.count)
      foldedBlocks = (count + 63) / 64
      (folded + count).update(repeating: 0, count: (blocks + 1) * 64 - count)
    }
    scanned.pointee.trust = markFolded(scanned.pointee, foldedBlocks)
    scanned.pointee.noteWords(blocks: foldedBlocks)
  }

  /// Folds a text: ASCII letters small, white space and hyphens as spaces.
  ///
  /// - Returns: Whether two spaces stand side by side somewhere.
  @inline(__always)
  private static func fold(
    _ raw: UnsafePointer<UInt8>, into folded: UnsafeMutablePointer<UInt8>, blocks: Int
  ) -> Bool {
    var runs: UInt64 = 0
    var carry: UInt64 = 0
    for lane in 0..<blocks * 8 {
      let bytes = UnsafeRawPointer(raw + lane * 8).loadUnaligned(as: UInt64.self)
      let gaps = gapBytes(bytes)
      let mask = (gaps >> 7) &* 0xFF
      let lower = lowered(bytes) & ~mask | (ones &* 0x20) & mask
      UnsafeMutableRawPointer(folded + lane * 8).storeBytes(of: lower, as: UInt64.self)
      runs |= gaps & (gaps << 8 | carry)
      carry = gaps >> 56
    }
    (folded + blocks * 64).update(repeating: 0, count: 64)
    return runs != 0
  }

  /// Leaves one space of each run, and notes where each byte came from.
  ///
  /// - Returns: How many bytes are left.
  @inline(never)
  private static func shortenRuns(
    _ folded: UnsafeMutablePointer<UInt8>, _ origins: UnsafeMutablePointer<UInt32>, count: Int
  ) -> Int {
    var end = 0
    for place in 0..<count {
      let byte = folded[place]
      if byte == 0x20, end > 0, folded[end - 1] == 0x20 { continue }
      folded[end] = byte
      origins[end] = UInt32(truncatingIfNeeded: place)
      end += 1
    }
    return end
  }

  /// Marks the words and signs of the folded text.
  @inline(__always)
  private static func markFolded(_ text: ScannedText, _ blocks: Int) -> Trust {
    let folded = text.folded
    let words = text.words
    let signs = text.signs
    let letters = text.letters
    var trust = Trust.all
    var carry: UInt64 = 0
    for block in 0..<blocks {
      var word: UInt64 = 0
      var apostrophe: UInt64 = 0
      var pair: UInt64 = 0
      var sign: UInt64 = 0
      var lead: UInt64 = 0
      for lane in 0..<8 {
        let bytes = UnsafeRawPointer(folded + (block * 64 + lane * 8))
          .loadUnaligned(as: UInt64.self)
        let isWord = wordBytes(bytes)
        let isContinuation = bytes & ~(bytes << 1) & tops
        let shift = UInt64(lane * 8)
        word |= gathered(isWord) << shift
        sign |= gathered(otherBytes(bytes) & ~isWord & ~isContinuation) << shift
        lead |= gathered(bytes & (bytes << 1) & tops) << shift
        apostrophe |= gathered(apostrophes(bytes)) << shift
        pair |= gathered(pairLeads(bytes)) << shift
      }
      words[block] = word
      // The second byte of a letter of two belongs to the word as well.
      letters[block] = word | apostrophe | pair | pair << 1 | carry
      carry = pair >> 63
      signs[block] = sign
      while lead != 0 {
        trust = min(trust, self.trust(in: folded + (block * 64 + lead.trailingZeroBitCount)))
        lead &= lead &- 1
      }
    }
    words[blocks] = 0
    return trust
  }

  /// What a text's characters leave of the requirements that only ASCII is looked for.
  enum Trust: Comparable, BitwiseCopyable {
    /// Nothing: a letter such as U+017F or a wide space may stand for one of ASCII.
    case nothing
    /// The literals, but neither counts nor windows: a digit of another script may stand for one of ASCII.
    case literals
    /// Everything.
    case all
  }

  /// What a character beyond ASCII leaves of requirements.
  ///
  /// U+017F and U+212A fold to s and k, white space parts words, and decimal digits match `\d`. More
  /// characters than those are doubted here, but all of them are rare in posts in English that were read.
  @inline(__always)
  static func trust(in bytes: UnsafePointer<UInt8>) -> Trust {
    switch bytes[0] {
    case 0xC2: bytes[1] == 0xA0 || bytes[1] == 0x85 ? .nothing : .all
    case 0xC5: bytes[1] == 0xBF ? .nothing : .all
    case 0xE2:
      switch bytes[1] {
      case 0x80: bytes[2] <= 0x8A || 0xA8...0xAF ~= bytes[2] ? .nothing : .all
      case 0x81: bytes[2] == 0x9F ? .nothing : .all
      case 0x84: bytes[2] == 0xAA ? .nothing : .all
      default: .all
      }
    case 0xE3: bytes[1] == 0x80 && bytes[2] == 0x80 ? .nothing : .all
    case 0xD9: 0xA0...0xA9 ~= bytes[1] ? .literals : .all
    case 0xDB: 0xB0...0xB9 ~= bytes[1] ? .literals : .all
    case 0xDF: bytes[1] <= 0x89 ? .literals : .all
    case 0xE0: .literals
    case 0xE1:
      switch (bytes[1], bytes[2]) {
      case (0x9A, 0x80), (0xA0, 0x8E): .nothing
      default: bytes[1] <= 0xB1 ? .literals : .all
      }
    case 0xEA: bytes[1] < 0xB0 ? .literals : .all
    case 0xEF: bytes[1] == 0xBC ? .literals : .all
    case 0xF0:
      switch bytes[1] {
      case 0x9D: bytes[2] == 0x9F ? .literals : .all
      case 0x9F: bytes[2] == 0xAF ? .literals : .all
      default: .literals
      }
    default: .all
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

  /// The top bit of every byte of white space and every hyphen.
  @inline(__always)
  private static func gapBytes(_ bytes: UInt64) -> UInt64 {
    let low = bytes & ~tops
    let isControl = (low &+ ones &* (0x80 - 0x09)) & ~(low &+ ones &* (0x80 - 0x0E))
    let isSpace = ~((low ^ ones &* 0x20) &+ ones &* 0x7F)
    let isHyphen = ~((low ^ ones &* 0x2D) &+ ones &* 0x7F)
    return (isControl | isSpace | isHyphen) & ~bytes & tops
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

  /// The top bit of every apostrophe.
  @inline(__always)
  private static func apostrophes(_ bytes: UInt64) -> UInt64 {
    ~(((bytes ^ ones &* 0x27) & ~tops) &+ ones &* 0x7F) & ~bytes & tops
  }

  /// The top bit of every byte that begins a letter of two, from U+00C0 on.
  @inline(__always)
  private static func pairLeads(_ bytes: UInt64) -> UInt64 {
    let isSign = ~(((bytes ^ ones &* 0xC2) & ~tops) &+ ones &* 0x7F) & tops
    return bytes & (bytes << 1) & ~(bytes << 2) & tops & ~(isSign & bytes)
  }

  /// The top bits of eight bytes, side by side; the lowest byte's comes lowest.
  @inline(__always)
  private static func gathered(_ topBits: UInt64) -> UInt64 {
    ((topBits >> 7) &* 0x0102_0408_1020_4080) >> 56
  }
}
