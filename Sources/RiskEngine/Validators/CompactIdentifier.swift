/// An identifier in capitals without its separators, and where those stood.
///
/// At most one space or hyphen stands between two characters; anything else that is neither letter
/// nor digit, and any separator at an end, makes it no identifier.
struct CompactIdentifier {
  /// The number of letters and digits.
  private(set) var count = 0
  /// Bit n is set when a separator stands before character n.
  private(set) var separators: UInt64 = 0
  /// Bit n is set when the separator before character n is a hyphen.
  private(set) var hyphens: UInt64 = 0
  /// True when some letter was written as a capital.
  private(set) var hasCapitals = false
  /// True when some letter was written small.
  private(set) var hasSmallLetters = false
  private var characters = InlineArray<40, UInt8>(repeating: 0)

  /// Reads a candidate, or gives `nil` for one that holds something else or is too long.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var isSeparated = true
    for byte in bytes {
      if byte == ASCIIByte.space || byte == ASCIIByte.hyphen {
        guard !isSeparated else { return nil }
        isSeparated = true
        separators |= 1 << UInt64(count)
        hyphens |= byte == ASCIIByte.hyphen ? 1 << UInt64(count) : 0
        continue
      }
      guard append(byte) else { return nil }
      isSeparated = false
    }
    guard count > 0, !isSeparated else { return nil }
  }

  private mutating func append(_ byte: UInt8) -> Bool {
    guard count < characters.count else { return false }
    if ASCIIByte.isCapital(byte) {
      hasCapitals = true
    } else if ASCIIByte.isSmall(byte) {
      hasSmallLetters = true
    } else if !ASCIIByte.isDigit(byte) {
      return false
    }
    characters[count] = ASCIIByte.capital(byte)
    count += 1
    return true
  }

  /// The character at an index below ``count``.
  subscript(index: Int) -> UInt8 {
    characters[index]
  }

  /// The value of the digit at an index, or its distance from `0` when it is no digit.
  func digit(_ index: Int) -> Int {
    Int(characters[index]) - 0x30
  }

  /// The number written by the digits of a range.
  func number(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 * 10 + digit($1) }
  }

  /// Whether every character of a range is a digit.
  func isDigits(_ range: Range<Int>) -> Bool {
    range.allSatisfy { ASCIIByte.isDigit(characters[$0]) }
  }

  /// Whether every character of a range is a letter.
  func isLetters(_ range: Range<Int>) -> Bool {
    range.allSatisfy { ASCIIByte.isCapital(characters[$0]) }
  }

  /// Whether the character at an index is one of a few.
  func isOne(of letters: StaticString, at index: Int) -> Bool {
    letters.withUTF8Buffer { $0.contains(characters[index]) }
  }

  /// Whether all characters are the same.
  var isMonotonous: Bool {
    (1..<count).allSatisfy { characters[$0] == characters[0] }
  }

  /// Whether separators stand nowhere but before the characters whose bits are set.
  func isSeparatedOnly(before places: UInt64) -> Bool {
    separators & ~places == 0
  }
}
