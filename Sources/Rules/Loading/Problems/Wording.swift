/// Small turns of phrase for messages.
package enum Wording {
  /// The words as code, joined by commas and a final "or".
  package static func list(_ words: [String], joiner: String = "or") -> String {
    let quoted = words.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(joiner) " + last
  }
}
