internal import CNettle

/// A secret with which bytes are sealed (ChaCha20-Poly1305, RFC 8439): who does not have it can neither read nor change
/// them.
package struct SealingKey: Sendable {
  private static let nonceSize = Int(CHACHA_POLY1305_NONCE_SIZE)
  private static let tagSize = Int(CHACHA_POLY1305_DIGEST_SIZE)

  private let key: [UInt8]

  init(bytes: [UInt8]) {
    precondition(bytes.count == Int(CHACHA_POLY1305_KEY_SIZE), "a key of another size")
    key = bytes
  }

  /// Seals bytes for one place, and they open nowhere else: a nonce of 12 bytes, as many bytes as were given, and a tag of 16.
  package func seal(_ bytes: [UInt8], for place: [UInt8]) -> [UInt8] {
    var random = SystemRandomNumberGenerator()
    let nonce = (0..<Self.nonceSize).map { _ in UInt8.random(in: 0...255, using: &random) }
    var context = context(nonce, place)
    var sealed = [UInt8](repeating: 0, count: bytes.count)
    nettle_chacha_poly1305_encrypt(&context, bytes.count, &sealed, bytes)
    return nonce + sealed + Self.tag(&context)
  }

  /// The bytes that were sealed for a place; `nil` when they were changed, moved, or sealed with another key.
  package func open(_ sealed: [UInt8], for place: [UInt8]) -> [UInt8]? {
    guard sealed.count >= Self.nonceSize + Self.tagSize else { return nil }
    var context = context(Array(sealed.prefix(Self.nonceSize)), place)
    let body = Array(sealed.dropFirst(Self.nonceSize).dropLast(Self.tagSize))
    var bytes = [UInt8](repeating: 0, count: body.count)
    nettle_chacha_poly1305_decrypt(&context, body.count, &bytes, body)
    // Compared in a time that tells nothing of where they differ.
    let isOurs = nettle_memeql_sec(
      Self.tag(&context), Array(sealed.suffix(Self.tagSize)), Self.tagSize)
    return isOurs != 0 ? bytes : nil
  }

  private func context(_ nonce: [UInt8], _ place: [UInt8]) -> chacha_poly1305_ctx {
    var context = chacha_poly1305_ctx()
    nettle_chacha_poly1305_set_key(&context, key)
    nettle_chacha_poly1305_set_nonce(&context, nonce)
    nettle_chacha_poly1305_update(&context, place.count, place)
    return context
  }

  private static func tag(_ context: inout chacha_poly1305_ctx) -> [UInt8] {
    var tag = [UInt8](repeating: 0, count: tagSize)
    nettle_chacha_poly1305_digest(&context, tagSize, &tag)
    return tag
  }
}
