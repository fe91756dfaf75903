import Crypto

/// A secret with which hashes are made (HMAC-SHA256): who does not have it cannot find out by trying what was hashed.
package struct HashKey: Sendable {
  /// The bytes of a key.
  package static let size = 32

  private let key: SymmetricKey
  private let bytes: [UInt8]

  /// Makes a key that nobody can guess.
  package init() {
    var random = SystemRandomNumberGenerator()
    self.init(bytes: (0..<Self.size).map { _ in UInt8.random(in: 0...255, using: &random) })
  }

  /// Reads 64 hexadecimal digits; anything else is no key.
  package init?(hex: some Collection<UInt8>) {
    guard hex.count == 2 * Self.size, let bytes = Hexadecimal.bytes(hex) else { return nil }
    self.init(bytes: bytes)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    key = SymmetricKey(data: bytes)
  }

  /// The key in hexadecimal digits.
  package var hex: String {
    Hexadecimal.text(bytes)
  }

  /// What tells keys apart without telling the key: 16 hexadecimal digits.
  package var id: String {
    Hexadecimal.text(code(of: [Array("key id".utf8)]).prefix(8))
  }

  /// A key for one purpose: neither this key nor that of another purpose can be found out from it (HKDF-SHA256).
  package func derived(for purpose: String) -> HashKey {
    HashKey(bytes: material(for: purpose))
  }

  /// A key for one purpose that seals.
  package func sealingKey(for purpose: String) -> SealingKey {
    SealingKey(bytes: material(for: purpose))
  }

  /// A key for one purpose that signs.
  package func signingKey(for purpose: String) -> SigningKey? {
    SigningKey(seed: material(for: purpose))
  }

  private func material(for purpose: String) -> [UInt8] {
    let derived = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, info: Array(purpose.utf8), outputByteCount: Self.size)
    return derived.withUnsafeBytes { Array($0) }
  }

  /// The 32 bytes that only this key makes of some pieces, with a byte of nought between each two of them.
  package func code(of pieces: [[UInt8]]) -> [UInt8] {
    var code = HMAC<SHA256>(key: key)
    for (place, piece) in pieces.enumerated() {
      if place > 0 { code.update(data: [0]) }
      code.update(data: piece)
    }
    return Array(code.finalize())
  }
}
