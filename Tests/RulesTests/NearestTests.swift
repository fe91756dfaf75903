import Rules
import Testing

struct NearestTests {
  private let keys = ["title", "match", "unless", "weaker", "reads_as", "in"]

  @Test(arguments: [
    ("titel", "title"), ("tite", "title"), ("Match", "match"), ("reads-as", "reads_as"),
    ("readsas", "reads_as"), ("unles", "unless"), ("wekaer", "weaker"),
  ])
  func `a slip leads back to the word that was meant`(typed: String, meant: String) {
    #expect(Nearest.to(typed, among: keys) == meant)
  }

  @Test(arguments: ["colour", "zz", "", "matching-everything", "🚓"])
  func `a word that is near nothing leads nowhere`(typed: String) {
    #expect(Nearest.to(typed, among: keys) == nil)
  }

  @Test func `of equally near words the first is taken`() {
    #expect(Nearest.to("cat", among: ["bat", "hat"]) == "bat")
  }

  @Test func `a combining mark counts as a change of its own`() {
    #expect(Nearest.to("unle\u{301}ss", among: keys) == "unless")
    #expect(Nearest.to("i\u{301}\u{301}n", among: keys) == nil)
  }
}
