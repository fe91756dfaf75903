/// Bytes in memory as a source.
package final class BytesSource: ByteSource {
  private var bytes: [UInt8]

  /// Takes the bytes.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package func read() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
