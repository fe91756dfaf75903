/// One pass over one text: stops at the signs that begin an entity or give a link away.
struct EntityPass {
  /// `＠`.
  static let wideAt: UInt32 = 0xFF20
  /// `＃`.
  static let wideHash: UInt32 = 0xFF03

  /// The text.
  let bytes: UnsafeBufferPointer<UInt8>
  /// How many bytes were looked at beyond the pass itself.
  var effort = 0
  /// The end of the last thing that had the shape of a mention, taken or not.
  var mentionEnd = 0
  /// The end of the last thing that had the shape of a hashtag, taken or not.
  var hashtagEnd = 0

  private var links: LinkPass

  /// Prepares a pass.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    links = LinkPass(bytes)
  }

  /// Finds the entities of the text, links apart from the rest: each kind may overlap the other.
  mutating func run(signed: inout [Entity], links found: inout [Entity]) {
    var place = nextSign(from: 0)
    while place < bytes.count {
      var entity: Entity?
      switch bytes[place] {
      case UInt8(ascii: "."): links.dot(at: place, into: &found)
      case UInt8(ascii: "@"): entity = mention(at: place, sign: 1)
      case UInt8(ascii: "#"): entity = hashtag(at: place, sign: 1)
      case UInt8(ascii: "$"): entity = cashtag(at: place)
      default:
        let scalar = UTF8Scalars.decode(bytes, at: place).scalar
        if scalar == Self.wideAt { entity = mention(at: place, sign: 3) }
        if scalar == Self.wideHash { entity = hashtag(at: place, sign: 3) }
      }
      if let entity { signed.append(entity) }
      place = nextSign(from: place + 1)
    }
    effort += links.effort
  }

  // Looks at eight bytes at a time for `.`, `@`, `#`, `$` and the first byte of `＠` and `＃`.
  private func nextSign(from start: Int) -> Int {
    var place = start
    let raw = UnsafeRawBufferPointer(bytes)
    while place &+ 8 <= bytes.count {
      let word = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let hits =
        Self.zeroes(word ^ 0x2E2E_2E2E_2E2E_2E2E) | Self.zeroes(word ^ 0x4040_4040_4040_4040)
        | Self.zeroes(word ^ 0x2323_2323_2323_2323) | Self.zeroes(word ^ 0x2424_2424_2424_2424)
        | Self.zeroes(word ^ 0xEFEF_EFEF_EFEF_EFEF)
      let tops = hits & 0x8080_8080_8080_8080
      // The lowest mark is right, whatever stands above it.
      if tops != 0 { return place &+ tops.trailingZeroBitCount &>> 3 }
      place &+= 8
    }
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "."), UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "$"), 0xEF:
        return place
      default: place &+= 1
      }
    }
    return place
  }

  // The top bit of each byte that is zero; a byte above a zero one may be marked wrongly.
  @inline(__always)
  private static func zeroes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word
  }

  /// The scalar that ends before a place, or `nil` at the start of the text.
  func scalar(before place: Int) -> UInt32? {
    guard place > 0 else { return nil }
    return UTF8Scalars.decode(bytes, at: UTF8Scalars.start(before: place, in: bytes)).scalar
  }

  /// True when the bytes at a place are `://`.
  static func isScheme(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    place &+ 2 < bytes.count && bytes[place] == UInt8(ascii: ":")
      && bytes[place &+ 1] == UInt8(ascii: "/") && bytes[place &+ 2] == UInt8(ascii: "/")
  }
}
