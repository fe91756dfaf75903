import Digests
import Testing

/// What is written today must be read by every later version, so the bytes are held against those of other programs:
/// Python's `hmac`, OpenSSL 3, and pyca/cryptography.
@Suite struct DigestsTests {
  private let key: HashKey

  init() throws {
    let digits = Hexadecimal.text(Array(0...31))
    key = try #require(HashKey(hex: Array("  \(digits)\n".utf8)))
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func `digests are those of the standard's examples`(_ text: String, _ expected: String) {
    #expect(Digests.sha256(text.utf8) == expected)
    #expect(Digests.sha256(AnySequence(Array(text.utf8))) == expected)
  }

  @Test func `codes and derived keys are those of other programs`() {
    #expect(
      Hexadecimal.text(key.code(of: [Array("abc".utf8), Array("def".utf8)]))
        == "1c5f55634ada0782652e093785380d8cd2c8c6ef15f6eb47a4483f1e106493d5")
    #expect(
      key.derived(for: "a purpose").hex
        == "1424d0f742e3a99ee776da30cc08a7b5fefd4b434522dd9e771c548f9c529f16")
  }

  @Test func `signatures are those of other programs`() {
    let signing = key.signingKey(for: "a purpose")
    let message = Array("A head".utf8)
    #expect(
      Hexadecimal.text(signing.publicKey)
        == "6970c7d059f24adf40b81cac4a929a840fa0b6531af0bc965865f54815f5cefa")
    let signature = signing.signature(of: message)
    #expect(
      Hexadecimal.text(signature)
        == "93a97c104bc38cc04f6c6658d691159f9d1befc8ef5a951c65b810439888888688c4a2613817a98a69e2053f7142f"
        + "e22d05480f6fb24d7407e39e880ff14270d")
    #expect(SigningKey.isSignature(signature, of: message, by: signing.publicKey))
    #expect(!SigningKey.isSignature(signature, of: message + [0], by: signing.publicKey))
    #expect(!SigningKey.isSignature(signature, of: message, by: []))
    #expect(!SigningKey.isSignature([], of: message, by: signing.publicKey))
  }

  @Test func `what other programs sealed opens, and opens nowhere else`() throws {
    let sealed = try #require(
      Hexadecimal.bytes(
        "000102030405060708090a0bc1bd35a92ee30f2926772130b3a1578aed8a9091e76c68836140".utf8))
    let sealing = key.sealingKey(for: "a purpose")
    #expect(sealing.open(sealed, for: Array("place".utf8)) == Array("Some words".utf8))
    #expect(sealing.open(sealed, for: Array("elsewhere".utf8)) == nil)
    for place in sealed.indices {
      var changed = sealed
      changed[place] ^= 1
      #expect(sealing.open(changed, for: Array("place".utf8)) == nil)
    }
    #expect(sealing.open(Array(sealed.prefix(27)), for: Array("place".utf8)) == nil)
  }
}
