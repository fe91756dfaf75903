internal import CNettle

/// A secret with which hashes are made (HMAC-SHA256): who does not have it cannot find out by trying what was hashed.
package struct HashKey: Sendable {
  /// The bytes of a key.
  package static let size = 32

  private let bytes: [UInt8]

  /// Makes a key that nobody can guess.
  package init() {
    var random = SystemRandomNumberGenerator()
    self.init(bytes: (0..<Self.size).map { _ in UInt8.random(in: 0...255, using: &random) })
  }

  /// Reads 64 hexadecimal digits with white space around them, as files hold them; anything else is no key.
  package init?(hex: [UInt8]) {
    let isDigit = { (byte: UInt8) in byte != 0x20 && !(0x09...0x0D).contains(byte) }
    guard let first = hex.firstIndex(where: isDigit), let last = hex.lastIndex(where: isDigit),
      last - first + 1 == 2 * Self.size, let bytes = Hexadecimal.bytes(hex[first...last])
    else { return nil }
    self.init(bytes: bytes)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The key in hexadecimal digits.
  package var hex: String {
    Hexadecimal.text(bytes)
  }

  /// What tells keys apart without telling the key: 16 hexadecimal digits.
  package var id: String {
    Hexadecimal.text(Array(code(of: [Array("key id".utf8)]).prefix(8)))
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
  package func signingKey(for purpose: String) -> SigningKey {
    SigningKey(seed: material(for: purpose))
  }

  private func material(for purpose: String) -> [UInt8] {
    let info = Array(purpose.utf8)
    var material = [UInt8](repeating: 0, count: Self.size)
    hkdf_hmac_sha256(bytes, bytes.count, info, info.count, &material, material.count)
    return material
  }

  /// The 32 bytes that only this key makes of some pieces, with a byte of nought between each two of them.
  package func code(of pieces: [[UInt8]]) -> [UInt8] {
    var context = hmac_sha256_ctx()
    nettle_hmac_sha256_set_key(&context, bytes.count, bytes)
    for (place, piece) in pieces.enumerated() {
      if place > 0 { nettle_hmac_sha256_update(&context, 1, [0]) }
      nettle_hmac_sha256_update(&context, piece.count, piece)
    }
    var code = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_hmac_sha256_digest(&context, code.count, &code)
    return code
  }
}
