import Crypto

/// A secret with which bytes are signed (Ed25519), so that anybody can tell who wrote them.
package struct SigningKey: Sendable {
  private let seed: [UInt8]

  /// Makes the key of a seed of 32 bytes; fails for any other number of bytes.
  init?(seed: [UInt8]) {
    // The key itself is made when something is signed, which decisions need not wait for.
    guard seed.count == 32 else { return nil }
    self.seed = seed
  }

  /// What others check signatures with: 32 bytes; none when the system cannot make a key.
  package var publicKey: [UInt8] {
    let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    return key.map { Array($0.publicKey.rawRepresentation) } ?? []
  }

  /// The 64 bytes of a signature; `nil` when the system cannot make one.
  package func signature(of bytes: [UInt8]) -> [UInt8]? {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
      let signature = try? key.signature(for: bytes)
    else { return nil }
    return Array(signature)
  }

  /// True when a signature of bytes was made with the secret that belongs to a public key.
  package static func isSignature(
    _ signature: [UInt8], of bytes: [UInt8], by publicKey: [UInt8]
  ) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      return false
    }
    return key.isValidSignature(signature, for: bytes)
  }
}
