/// The English names of emoji, as Unicode's emoji test file gives them.
package enum EmojiName {
  // The longest named sequence has ten scalars; longer text has no name of its own.
  private static let longestKey = 16
  private static let slotMask = 8191

  /// The name of an emoji sequence, such as `water pistol`.
  ///
  /// Presentation selectors do not count. A sequence without a name of its own gets that of the same
  /// sequence without skin tones and hair, or else that of its first pictograph.
  ///
  /// - Parameter bytes: One sequence in UTF-8, as ``EmojiScanner`` finds it.
  /// - Returns: The name in UTF-8, valid for the life of the process; `nil` when there is none.
  package static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    withKey(of: bytes) { $0.isEmpty ? nil : name(of: $0) }
  }

  /// True when a sequence has a name of its own.
  ///
  /// - Parameter bytes: One sequence in UTF-8.
  /// - Returns: Whether Unicode lists the sequence.
  package static func isKnown(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    withKey(of: bytes) { find(UnsafeBufferPointer($0)) != nil }
  }

  private static func withKey<Result>(
    of bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeMutableBufferPointer<UInt32>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: longestKey) { key in
      var count = 0
      var place = 0
      while place < bytes.count, count < longestKey {
        let (scalar, length) = UTF8Scalars.decode(bytes, at: place)
        place &+= length
        if scalar != 0xFE0F {
          key[count] = scalar
          count &+= 1
        }
      }
      return body(UnsafeMutableBufferPointer(rebasing: key[..<count]))
    }
  }

  private static func name(
    of key: UnsafeMutableBufferPointer<UInt32>
  ) -> UnsafeBufferPointer<UInt8>? {
    if let name = find(UnsafeBufferPointer(key)) { return name }
    var count = 0
    for scalar in key where !isVariant(scalar) {
      key[count] = scalar
      count += 1
    }
    while count > 0, key[count - 1] == 0x200D { count -= 1 }
    if let name = find(UnsafeBufferPointer(rebasing: key[..<count])) { return name }
    return count > 1 ? find(UnsafeBufferPointer(rebasing: key[..<1])) : nil
  }

  // A skin tone or hair.
  private static func isVariant(_ scalar: UInt32) -> Bool {
    (0x1F3FB...0x1F3FF).contains(scalar) || (0x1F9B0...0x1F9B3).contains(scalar)
  }

  private static func find(_ key: UnsafeBufferPointer<UInt32>) -> UnsafeBufferPointer<UInt8>? {
    var hash: UInt32 = 0
    for scalar in key { hash = (hash ^ scalar) &* 0x9E37_79B1 }
    var slot = Int(hash &>> 19)
    while true {
      let number = PackedDigits.two(slots, 2 &* slot)
      guard number != 0 else { return nil }
      let entry = 8 &* (number &- 1)
      if isKey(key, at: PackedDigits.three(entries, entry)) {
        return UnsafeBufferPointer(
          start: names.utf8Start + PackedDigits.three(entries, entry &+ 3),
          count: PackedDigits.two(entries, entry &+ 6))
      }
      slot = (slot &+ 1) & slotMask
    }
  }

  private static func isKey(_ key: UnsafeBufferPointer<UInt32>, at place: Int) -> Bool {
    guard PackedDigits.one(keys, place) == key.count else { return false }
    return key.indices.allSatisfy { index in
      PackedDigits.four(keys, place &+ 1 &+ 4 &* index) == Int(key[index])
    }
  }
}
