extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Whether the bytes begin with a text, whose small letters stand for capitals too.
  func begins(with prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { prefix in
      count >= prefix.count
        && zip(self, prefix).allSatisfy { byte, expected in
          byte == expected
            || (ASCIIByte.isSmall(expected) && ASCIIByte.capital(byte) == expected - 0x20)
        }
    }
  }

  /// Takes a text from the front, and says whether it stood there.
  mutating func drop(_ prefix: StaticString) -> Bool {
    guard begins(with: prefix) else { return false }
    self = dropFirst(prefix.utf8CodeUnitCount)
    return true
  }
}
