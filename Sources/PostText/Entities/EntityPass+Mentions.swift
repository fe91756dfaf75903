extension EntityPass {
  private static let longestName = 20
  private static let longestList = 25

  /// The mention or list at an at sign of one or three bytes.
  mutating func mention(at place: Int, sign: Int) -> Entity? {
    guard mayPrecedeMention(place) else { return nil }
    let name = Self.name(in: bytes, at: place + sign)
    guard !name.isEmpty else { return nil }
    let list = listEnd(at: name.upperBound)
    let end = list ?? name.upperBound
    mentionEnd = end
    effort += end - place
    guard !Self.endsMention(bytes, at: end) else { return nil }
    return Entity(list == nil ? .mention : .list, place..<end, name: name)
  }

  /// The account name at a place, as far as a name reaches.
  static func name(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Range<Int> {
    var end = place
    let limit = min(bytes.count, place + longestName)
    while end < limit, TextClasses.isNameByte(bytes[end]) { end += 1 }
    return place..<end
  }

  /// True when what follows a name shows that it is none: an at sign, an accent or a scheme.
  static func endsMention(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place < bytes.count else { return false }
    let scalar = UTF8Scalars.decode(bytes, at: place).scalar
    return scalar == UInt32(UInt8(ascii: "@")) || scalar == wideAt
      || TextClasses.isAccentedLatin(scalar) || isScheme(bytes, at: place)
  }

  private func listEnd(at place: Int) -> Int? {
    guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "/"),
      TextClasses.isLetter(bytes[place + 1])
    else { return nil }
    var end = place + 2
    let limit = min(bytes.count, place + 1 + Self.longestList)
    while end < limit, TextClasses.isNameByte(bytes[end]) || bytes[end] == UInt8(ascii: "-") {
      end += 1
    }
    return end
  }

  private func mayPrecedeMention(_ place: Int) -> Bool {
    guard let scalar = scalar(before: place) else { return true }
    guard place > mentionEnd else { return false }
    if scalar == Self.wideAt { return false }
    guard let byte = UInt8(exactly: scalar), byte < 0x80 else { return true }
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
      UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "@"):
      return false
    default:
      return !TextClasses.isNameByte(byte) || followsRetweet(place)
    }
  }

  // `rt@name` counts when `rt` is a word of its own.
  private func followsRetweet(_ place: Int) -> Bool {
    guard place >= mentionEnd + 2, bytes[place - 2] | 0x20 == UInt8(ascii: "r"),
      bytes[place - 1] | 0x20 == UInt8(ascii: "t")
    else { return false }
    guard place > 2 else { return true }
    guard place > mentionEnd + 2 else { return false }
    switch bytes[place - 3] {
    case UInt8(ascii: "+"), UInt8(ascii: "~"), UInt8(ascii: "."), UInt8(ascii: "-"): return false
    default: return !TextClasses.isNameByte(bytes[place - 3])
    }
  }
}
