internal import CNettle

/// Digests of bytes, as results and logs show them.
package enum Digests {
  /// The SHA-256 of bytes in 64 lower-case hexadecimal digits.
  package static func sha256(_ bytes: some Sequence<UInt8>) -> String {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    let isWhole: Void? = bytes.withContiguousStorageIfAvailable {
      nettle_sha256_update(&context, $0.count, $0.baseAddress)
    }
    if isWhole == nil {
      let copy = Array(bytes)
      nettle_sha256_update(&context, copy.count, copy)
    }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, digest.count, &digest)
    return Hexadecimal.text(digest)
  }
}
