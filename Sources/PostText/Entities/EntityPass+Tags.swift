extension EntityPass {
  private static let longestTicker = 6

  /// The hashtag at a hash sign of one or three bytes.
  mutating func hashtag(at place: Int, sign: Int) -> Entity? {
    guard mayPrecedeHashtag(place) else { return nil }
    var end = place + sign
    var hasLetter = false
    while end < bytes.count {
      let byte = bytes[end]
      if ByteClasses.has(byte, .name) {
        hasLetter = hasLetter || TextClasses.isLetter(byte)
        end &+= 1
        continue
      }
      guard byte >= 0x80 else { break }
      let (scalar, length) = UTF8Scalars.decode(bytes, at: end)
      // A hash sign with a selector or a key cap is an emoji.
      if end == place + sign, scalar == 0xFE0F || scalar == 0x20E3 { return nil }
      guard TextClasses.isHashtag(scalar) else { break }
      hasLetter = hasLetter || TextClasses.isHashtagLetter(scalar)
      end += length
    }
    effort += end - place
    guard hasLetter else { return nil }
    hashtagEnd = end
    guard !endsHashtag(end) else { return nil }
    return Entity(.hashtag, place..<end, name: place + sign..<end)
  }

  private func mayPrecedeHashtag(_ place: Int) -> Bool {
    guard let scalar = scalar(before: place) else { return true }
    guard place > hashtagEnd else { return false }
    if scalar == 0xFE0E || scalar == 0xFE0F { return true }
    return scalar != UInt32(UInt8(ascii: "&")) && !TextClasses.isHashtag(scalar)
  }

  private func endsHashtag(_ place: Int) -> Bool {
    guard place < bytes.count else { return false }
    let scalar = UTF8Scalars.decode(bytes, at: place).scalar
    return scalar == UInt32(UInt8(ascii: "#")) || scalar == Self.wideHash
      || Self.isScheme(bytes, at: place)
  }

  /// The cashtag at a dollar sign: up to six letters, and up to two after a dot or an underscore.
  mutating func cashtag(at place: Int) -> Entity? {
    if let scalar = scalar(before: place) {
      guard TextClasses.isSpace(scalar) || TextClasses.isDirectional(scalar) else { return nil }
    }
    var end = letters(at: place + 1, limit: Self.longestTicker)
    guard end > place + 1 else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: "_") {
      let suffix = letters(at: end + 1, limit: 2)
      if suffix > end + 1, mayFollowCashtag(suffix) { end = suffix }
    }
    guard mayFollowCashtag(end) else { return nil }
    return Entity(.cashtag, place..<end, name: place + 1..<end)
  }

  private func letters(at place: Int, limit: Int) -> Int {
    var end = place
    while end < min(bytes.count, place + limit), TextClasses.isLetter(bytes[end]) { end += 1 }
    return end
  }

  private func mayFollowCashtag(_ place: Int) -> Bool {
    guard place < bytes.count else { return true }
    let scalar = UTF8Scalars.decode(bytes, at: place).scalar
    if scalar < 0x80, TextClasses.isPunctuation(UInt8(truncatingIfNeeded: scalar)) { return true }
    return TextClasses.isSpace(scalar) || scalar == 0xFEFF
  }
}
