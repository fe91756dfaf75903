import Digests
import Testing

@Suite struct DigestsTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func `digests are those of the standard's examples`(_ text: String, _ expected: String) {
    #expect(Digests.sha256(text.utf8) == expected)
    #expect(Digests.sha256(AnySequence(Array(text.utf8))) == expected)
  }
}
