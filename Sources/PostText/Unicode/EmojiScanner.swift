/// Finds emoji sequences.
package enum EmojiScanner {
  private static let joiner: UInt32 = 0x200D
  private static let textSelector: UInt32 = 0xFE0E
  private static let pictureSelector: UInt32 = 0xFE0F
  private static let keyCap: UInt32 = 0x20E3
  private static let blackFlag: UInt32 = 0x1F3F4
  // No known sequence joins more than four pictographs.
  private static let mostElements = 4

  /// The end of the emoji sequence that begins at a place.
  ///
  /// The sequence is the longest that is drawn as one picture: pictographs joined in a way that
  /// Unicode does not list are drawn side by side and count one by one. A text character that has an
  /// emoji form counts, unless a selector asks for text; `©`, `®`, `™` and `♟` need a selector.
  ///
  /// - Parameters:
  ///   - bytes: Valid UTF-8.
  ///   - place: The first byte of a scalar.
  /// - Returns: The end of the sequence, or `nil` when none begins here.
  package static func end(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
    let first = bytes[place]
    if first < 0xC2 { return keyCapEnd(bytes, at: place) }
    let (scalar, length) = UTF8Scalars.decode(bytes, at: place)
    if isRegional(scalar) {
      return take(bytes, at: place + length, where: isRegional)
    }
    guard var end = elementEnd(bytes, at: place) else { return nil }
    var known = end
    for _ in 1..<mostElements {
      guard let next = take(bytes, at: end, where: { $0 == joiner }),
        next < bytes.count, let element = elementEnd(bytes, at: next, isJoined: true)
      else { break }
      end = element
      if EmojiName.isKnown(UnsafeBufferPointer(rebasing: bytes[place..<end])) { known = end }
    }
    return known
  }

  private static func isRegional(_ scalar: UInt32) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar)
  }

  // One pictograph with its selector, skin tone or tags.
  private static func elementEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, isJoined: Bool = false
  ) -> Int? {
    let (scalar, length) = UTF8Scalars.decode(bytes, at: place)
    let properties = ScalarProperties(of: scalar)
    guard scalar >= 0x80, properties.contains(.emoji) else { return nil }
    let end = place + length
    if let selected = take(bytes, at: end, where: { $0 == pictureSelector }) { return selected }
    if properties.contains(.emojiModifierBase),
      let toned = take(bytes, at: end, where: { (0x1F3FB...0x1F3FF).contains($0) })
    {
      // A selector after a tone is out of order but invisible.
      return take(bytes, at: toned, where: { $0 == pictureSelector }) ?? toned
    }
    if take(bytes, at: end, where: { $0 == textSelector }) != nil { return nil }
    if scalar == blackFlag { return tagsEnd(bytes, at: end) }
    return !isJoined && needsSelector(scalar) ? nil : end
  }

  private static func needsSelector(_ scalar: UInt32) -> Bool {
    scalar == 0xA9 || scalar == 0xAE || scalar == 0x2122 || scalar == 0x265F
  }

  // The letters of a region and the tag that ends them, or nothing.
  private static func tagsEnd(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    var end = place
    for _ in 0..<6 {
      guard let next = take(bytes, at: end, where: { (0xE0030...0xE007A).contains($0) }) else {
        break
      }
      end = next
    }
    return take(bytes, at: end, where: { $0 == 0xE007F }) ?? place
  }

  private static func keyCapEnd(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
    let byte = bytes[place]
    guard TextClasses.isDigit(byte) || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "*")
    else { return nil }
    let selected = take(bytes, at: place + 1, where: { $0 == pictureSelector })
    return take(bytes, at: selected ?? place + 1, where: { $0 == keyCap })
  }

  // The end of the scalar at a place when it is a wanted one.
  @inline(__always)
  private static func take(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, where isWanted: (UInt32) -> Bool
  ) -> Int? {
    guard place < bytes.count else { return nil }
    let (scalar, length) = UTF8Scalars.decode(bytes, at: place)
    return isWanted(scalar) ? place + length : nil
  }
}
