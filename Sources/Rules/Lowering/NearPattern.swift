/// Writes nearness, items within so many words of each other, as one PCRE2 pattern.
struct NearPattern {
  /// The most words between neighbours.
  let within: Int
  /// True when the items must come in the order given.
  let isOrdered: Bool
  /// True when a sentence end may lie between.
  let crossesSentences: Bool

  /// The pattern for items that are patterns themselves.
  func pattern(for items: [String]) -> String {
    let orders = isOrdered ? [items] : Self.orders(of: items)
    let alternatives = orders.map { $0.joined(separator: gap) }
    return alternatives.count == 1
      ? alternatives[0] : "(?:" + alternatives.joined(separator: "|") + ")"
  }

  /// What may stand between two neighbours: the rest of the first word, so many words, signs.
  ///
  /// Separators and words share no characters, so the atomic group never needs to be re-entered and
  /// the whole takes time in proportion to the text.
  private var gap: String {
    #"(?:'\w*+)?(?>"# + separator + #"++[\w']++){0,"# + String(within) + "}?" + separator + "*?'?"
  }

  /// One character between words; a full stop ends a sentence only before white space or the end.
  private var separator: String {
    crossesSentences ? #"[^\w']"# : #"(?:[^\w.!?\n']|[.!?](?!\s|$))"#
  }

  private static func orders(of items: [String]) -> [[String]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { first in
      var rest = items
      let item = rest.remove(at: first)
      return orders(of: rest).map { [item] + $0 }
    }
  }
}
