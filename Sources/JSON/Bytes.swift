/// Text under construction, as UTF-8 bytes.
package struct Bytes {
  /// What has been written so far.
  package private(set) var array: [UInt8] = []

  /// Makes an empty text.
  package init() {}

  /// Adds a text as it is.
  package mutating func append(_ text: String) {
    array.append(contentsOf: text.utf8)
  }

  /// Adds bytes as they are.
  package mutating func append(_ bytes: some Sequence<UInt8>) {
    array.append(contentsOf: bytes)
  }

  /// Adds one scalar.
  package mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      array.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      array.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
    }
  }

  /// Ends a line.
  package mutating func newline() {
    array.append(UInt8(ascii: "\n"))
  }

  /// The text as a string.
  package var string: String {
    String(decoding: array, as: UTF8.self)
  }
}
