/// Small turns of phrase for messages.
package enum Wording {
  /// What a value may be.
  static func choice(_ words: [String]) -> String {
    words.count == 1 ? "It can only be \(list(words))." : "It is one of \(list(words))."
  }

  /// The keys that a mapping may have.
  static func keys(_ keys: [String]) -> String {
    keys.count == 1
      ? "Its only key is \(list(keys))." : "Its keys are \(list(keys, joiner: "and"))."
  }

  /// The words as code, joined by commas and a final "or".
  package static func list(_ words: [String], joiner: String = "or") -> String {
    let quoted = words.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(joiner) " + last
  }
}
