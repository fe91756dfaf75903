/// The tokens of a field, parted by single separators; nothing is copied.
struct ProgramTokens {
  private let bytes: Slice<UnsafeBufferPointer<UInt8>>
  private let separator: UInt8
  private var position: Int

  /// Starts before the first token.
  init(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, separator: UInt8 = UInt8(ascii: " ")
  ) {
    self.bytes = bytes
    self.separator = separator
    position = bytes.startIndex
  }

  /// Whether all tokens were read.
  var isAtEnd: Bool { position >= bytes.endIndex }

  /// The next token, which may be empty; `nil` at the end.
  mutating func next() -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard !isAtEnd else { return nil }
    let start = position
    while position < bytes.endIndex, bytes.base[position] != separator { position += 1 }
    defer { position += 1 }
    return bytes[start..<position]
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// The whole number that the bytes write out, below a thousand million; `nil` for anything else.
  var number: Int? {
    guard 1...9 ~= count else { return nil }
    var value = 0
    for byte in self {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
