/// Posts made up from a seed: words of ``GeneratedRules`` among others, and bytes that cause trouble.
package struct GeneratedPosts {
  private var random: SeededGenerator

  /// Makes posts; the same seed gives the same ones.
  package static func make(count: Int, seed: UInt64) -> [String] {
    var posts = GeneratedPosts(random: SeededGenerator(seed: seed))
    return (0..<count).map { _ in posts.post() }
  }

  private static let fillers = [
    "the", "a", "to", "of", "our", "officers", "we", "have", "been", "in", "this", "morning",
    "and", "for", "with", "police", "team", "at", "no", "ref", "log", "CAD", "not",
  ]

  /// What is hard on a scanner: look-alikes of letters, digits of other scripts, marks and joints.
  private static let troubles = [
    "\u{17F}", "\u{212A}", "\u{301}", "é", "É", "ß", "ﬁ", "’", "👮", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👩‍🚒", "\u{200D}",
    "٣", "१२", "３", "𝟗", "\u{A0}", "\u{2003}", "\n", "\t", "_", "-", "!!!!", "...", "#", "@",
    "£1,200", "£ 30,000,000", "AB12 CDE", "QQ 12 34 56 C", "07700 900123", "+447700900123",
    "4111 1111 1111 1111", "943 476 5919", "12/03/1984", "a.b@example.org", "SW1A 1AA",
    "10 Mill Lane", "#one #two #three #four #five", "ABCDE FGHIJ KLMNO", "f*ck", "\u{0}", "K", "S",
  ]

  private mutating func post() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      text += piece() + joint()
    }
    return text
  }

  private mutating func joint() -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: ""
    case 1: ". "
    case 2: ", "
    case 3: "  "
    default: " "
    }
  }

  private mutating func piece() -> String {
    let word = GeneratedRules.vocabulary.randomElement(using: &random) ?? ""
    switch Int.random(in: 0..<20, using: &random) {
    case ..<7: return Self.fillers.randomElement(using: &random) ?? ""
    case ..<12: return word
    case 12: return word.uppercased()
    case 13:
      return word + (["s", "ing", "ed", "y", "'s", "’s"].randomElement(using: &random) ?? "")
    case 14: return "#" + word + (GeneratedRules.vocabulary.randomElement(using: &random) ?? "")
    case 15: return word.unicodeScalars.map(String.init).joined(separator: ".")
    case 16: return altered(word)
    default: return Self.troubles.randomElement(using: &random) ?? ""
    }
  }

  /// Puts a trouble into a word, or one of the two look-alikes for its s or k.
  private mutating func altered(_ word: String) -> String {
    var scalars = Array(word.unicodeScalars)
    let place = Int.random(in: 0..<scalars.count, using: &random)
    switch scalars[place] {
    case "s": scalars[place] = "\u{17F}"
    case "k": scalars[place] = "\u{212A}"
    default:
      let trouble = Self.troubles.randomElement(using: &random) ?? ""
      scalars.insert(contentsOf: trouble.unicodeScalars, at: place)
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}
