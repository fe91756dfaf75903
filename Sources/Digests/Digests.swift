import Crypto

/// Digests of bytes, as results and logs show them.
package enum Digests {
  /// The SHA-256 of bytes in 64 lower-case hexadecimal digits.
  package static func sha256(_ bytes: some Sequence<UInt8>) -> String {
    var hasher = SHA256()
    let isWhole: Void? = bytes.withContiguousStorageIfAvailable {
      hasher.update(bufferPointer: UnsafeRawBufferPointer($0))
    }
    if isWhole == nil {
      Array(bytes).withUnsafeBytes { hasher.update(bufferPointer: $0) }
    }
    return Hexadecimal.text(hasher.finalize())
  }
}
