internal import CNettle

/// A secret with which bytes are signed (Ed25519, RFC 8032), so that anybody can tell who wrote them.
package struct SigningKey: Sendable {
  /// The bytes of a public key.
  package static let publicSize = Int(ED25519_KEY_SIZE)
  private static let signatureSize = Int(ED25519_SIGNATURE_SIZE)

  private let seed: [UInt8]

  /// Makes the key of a seed of 32 bytes.
  init(seed: [UInt8]) {
    precondition(seed.count == Int(ED25519_KEY_SIZE), "a seed of another size")
    self.seed = seed
  }

  /// What others check signatures with: 32 bytes.
  package var publicKey: [UInt8] {
    var key = [UInt8](repeating: 0, count: Self.publicSize)
    nettle_ed25519_sha512_public_key(&key, seed)
    return key
  }

  /// The 64 bytes of a signature.
  package func signature(of bytes: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: Self.signatureSize)
    nettle_ed25519_sha512_sign(publicKey, seed, bytes.count, bytes, &signature)
    return signature
  }

  /// True when a signature of bytes was made with the secret that belongs to a public key.
  package static func isSignature(
    _ signature: [UInt8], of bytes: [UInt8], by publicKey: [UInt8]
  ) -> Bool {
    guard signature.count == signatureSize, publicKey.count == publicSize else { return false }
    return nettle_ed25519_sha512_verify(publicKey, bytes.count, bytes, signature) != 0
  }
}
