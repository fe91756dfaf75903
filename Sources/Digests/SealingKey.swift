import Crypto

/// A secret with which bytes are sealed (ChaCha20-Poly1305): who does not have it can neither read nor change them.
package struct SealingKey: Sendable {
  private let key: SymmetricKey

  init(bytes: [UInt8]) {
    key = SymmetricKey(data: bytes)
  }

  /// Seals bytes for one place, and they open nowhere else; `nil` when they are more than can be sealed.
  package func seal(_ bytes: [UInt8], for place: [UInt8]) -> [UInt8]? {
    guard let box = try? ChaChaPoly.seal(bytes, using: key, authenticating: place) else {
      return nil
    }
    return Array(box.combined)
  }

  /// The bytes that were sealed for a place; `nil` when they were changed, moved, or sealed with another key.
  package func open(_ sealed: [UInt8], for place: [UInt8]) -> [UInt8]? {
    guard let box = try? ChaChaPoly.SealedBox(combined: sealed),
      let bytes = try? ChaChaPoly.open(box, using: key, authenticating: place)
    else { return nil }
    return Array(bytes)
  }
}
