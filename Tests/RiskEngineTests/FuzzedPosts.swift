import PostText
import TestSupport

/// Drafts made up from a seed: known words, identifiers, signs and random characters.
struct FuzzedPosts {
  private let words: [String]
  private var random: SeededGenerator

  /// Begins a row of drafts of some words.
  init(words: [String], seed: UInt64) {
    self.words = words
    random = SeededGenerator(seed: seed)
  }

  /// The next draft.
  mutating func draft() -> Draft {
    var draft = Draft(text())
    switch Int.random(in: 0..<10, using: &random) {
    case 0: draft.replyTo = .init(text: text())
    case 1: draft.quote = .init(text: text())
    case 2: draft.thread = [text(), text()]
    case 3: draft.media = [.init(alt: text()), .init()]
    case 4: draft.text = "@someone " + draft.text
    default: break
    }
    return draft
  }

  private mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...30, using: &random) { text += piece() + joint() }
    return text
  }

  private mutating func joint() -> String {
    [" ", " ", " ", " ", "", ". ", ", ", "\n", "-", "’"].randomElement(using: &random) ?? " "
  }

  private mutating func piece() -> String {
    let word = words.randomElement(using: &random) ?? ""
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return word.uppercased()
    case 1: return "#" + word + (words.randomElement(using: &random) ?? "")
    case 2: return starred(word)
    case 3: return word.unicodeScalars.map { String($0) }.joined(separator: " ")
    case 4: return word + (["s", "ing", "ed", "'s", "’s"].randomElement(using: &random) ?? "")
    case 5: return randomScalars()
    case 6: return ["😂", "🚓", "👮🏽‍♀️", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "&amp;", "“", "”", "…"].randomElement(using: &random) ?? ""
    case 7: return identifiers.randomElement(using: &random) ?? ""
    default: return word
    }
  }

  private let identifiers = [
    "943 476 5919", "AB12 CDE", "QQ 12 34 56 C", "07700 900123", "SW1A 1AA", "12/03/1984", "101",
    "a.b@gmail.com", "John Smith", "Mill Lane", "https://t.co/abc", "@someone", "23",
  ]

  private mutating func starred(_ word: String) -> String {
    var scalars = Array(word.unicodeScalars)
    for index in scalars.indices.dropFirst() where Bool.random(using: &random) {
      scalars[index] = "*"
    }
    return scalars.map { String($0) }.joined()
  }

  private mutating func randomScalars() -> String {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in
      let bound: UInt32 = Bool.random(using: &random) ? 0x3000 : 0x11_0000
      return Unicode.Scalar(UInt32.random(in: 0..<bound, using: &random)).map { String($0) } ?? ""
    }.joined()
  }
}
