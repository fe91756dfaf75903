/// Numbers written as printable ASCII, six bits a character.
struct PackedText {
  /// What has been written.
  private(set) var text = ""
  /// How many characters have been written.
  private(set) var count = 0

  /// Writes a number in the given number of characters.
  mutating func append(_ value: Int, width: Int) {
    precondition(value >= 0 && value < 1 << (6 * width), "\(value) needs more than \(width)")
    for place in stride(from: width - 1, through: 0, by: -1) {
      text.unicodeScalars.append(Unicode.Scalar(UInt8(48 + value >> (6 * place) & 63)))
    }
    count += width
  }
}
