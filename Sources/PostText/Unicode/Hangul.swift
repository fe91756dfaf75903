/// The arithmetic by which Hangul syllables come apart and together (Unicode, section 3.12).
enum Hangul {
  private static let leading: UInt32 = 0x1100
  private static let vowel: UInt32 = 0x1161
  private static let trailing: UInt32 = 0x11A7
  private static let syllable: UInt32 = 0xAC00
  private static let vowelCount: UInt32 = 21
  private static let trailingCount: UInt32 = 28
  private static let leadingCount: UInt32 = 19

  /// Appends the letters of a syllable; false when the scalar is not one.
  static func decompose(_ scalar: UInt32, into scalars: inout [UInt32]) -> Bool {
    let index = scalar &- syllable
    guard index < leadingCount * vowelCount * trailingCount else { return false }
    scalars.append(leading + index / (vowelCount * trailingCount))
    scalars.append(vowel + index % (vowelCount * trailingCount) / trailingCount)
    if index % trailingCount != 0 { scalars.append(trailing + index % trailingCount) }
    return true
  }

  /// The syllable of two letters, or of a syllable without a final letter and that letter.
  static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    let lead = first &- leading
    let middle = second &- vowel
    if lead < leadingCount, middle < vowelCount {
      return syllable + (lead * vowelCount + middle) * trailingCount
    }
    let index = first &- syllable
    let tail = second &- trailing
    guard index < leadingCount * vowelCount * trailingCount,
      index.isMultiple(of: trailingCount), tail > 0, tail < trailingCount
    else { return nil }
    return first + tail
  }
}
