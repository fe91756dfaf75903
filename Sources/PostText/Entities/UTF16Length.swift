/// Counts UTF-16 code units, in which X gives places and lengths.
package enum UTF16Length {
  /// The number of code units of a range of valid UTF-8.
  package static func of(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var length = 0
    for index in range {
      let byte = bytes[index]
      if byte & 0xC0 != 0x80 { length &+= byte >= 0xF0 ? 2 : 1 }
    }
    return length
  }
}
