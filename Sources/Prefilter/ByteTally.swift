internal import PCRE2

/// Counts the bytes of the eight classes of ``ByteMinimums`` in a text, all at once.
struct ByteTally: Sendable {
  /// For every byte a one in the lanes of its classes.
  private let ones: FrozenBuffer<UInt64>

  /// Lays out the classes.
  init() {
    var ones = [UInt64](repeating: 0, count: 256)
    for kind in ByteMinimums.Kind.allCases {
      for byte in 0..<256 where kind.counts(UInt8(byte)) {
        ones[byte] |= 1 << UInt64(kind.rawValue * 8)
      }
    }
    self.ones = FrozenBuffer(ones)
  }

  /// Counts over blocks of 64 bytes; no lane goes beyond 127.
  @inline(__always)
  func count(_ bytes: UnsafePointer<UInt8>, blocks: Int) -> ByteMinimums {
    let ones = ones.start
    let tops: UInt64 = 0x8080_8080_8080_8080
    var total: UInt64 = 0
    for block in 0..<blocks {
      let start = bytes + block * 64
      var sum: UInt64 = 0
      var index = 0
      while index < 64 {
        sum &+= ones[Int(start[index])] &+ ones[Int(start[index + 1])]
        sum &+= ones[Int(start[index + 2])] &+ ones[Int(start[index + 3])]
        index += 4
      }
      // At most 127 and 64 make no carry; a lane with its top bit set becomes 127.
      total &+= sum
      let full = total & tops
      total = (total | (full &- (full >> 7))) & ~tops
    }
    return ByteMinimums(lanes: total)
  }
}
