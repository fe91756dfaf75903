/// Steps through valid UTF-8 scalar by scalar.
package enum UTF8Scalars {
  /// Decodes the scalar that begins at a place.
  ///
  /// - Parameters:
  ///   - bytes: Valid UTF-8.
  ///   - place: The first byte of a scalar.
  /// - Returns: The scalar's value and its length in bytes.
  @inline(__always)
  package static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[place])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(bytes[place &+ 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) &<< 6 | second, 2) }
    let third = UInt32(bytes[place &+ 2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) &<< 12 | second &<< 6 | third, 3) }
    let fourth = UInt32(bytes[place &+ 3] & 0x3F)
    return ((first & 0x07) &<< 18 | second &<< 12 | third &<< 6 | fourth, 4)
  }

  /// The first byte of the scalar that ends before a place greater than 0.
  @inline(__always)
  package static func start(before place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var start = place &- 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start &-= 1 }
    return start
  }

  /// Appends a scalar to UTF-8.
  package static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
      return
    }
    if scalar < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar &>> 6))
    } else {
      if scalar < 0x1_0000 {
        bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar &>> 12))
      } else {
        bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar &>> 18))
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar &>> 12 & 0x3F))
      }
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar &>> 6 & 0x3F))
    }
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  }
}
