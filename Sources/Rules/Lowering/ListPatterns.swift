/// The patterns of a pack's word lists, lists that include others resolved.
package struct ListPatterns: Sendable {
  private var lists: [String: WordList] = [:]

  /// Takes the lists that patterns may refer to.
  package init(_ lists: [WordList]) {
    for list in lists { self.lists[list.id] = list }
  }

  /// Whether there is a list of this name.
  package func contains(_ name: String) -> Bool {
    lists[name] != nil
  }

  /// One caseless pattern for any term of the lists and terms; empty when there is none.
  ///
  /// - Parameter terms: The terms and lists; their letter case, when given, holds for the lists too.
  package func pattern(for terms: Matcher.Terms) -> String {
    var groups = Groups()
    groups.add(
      terms.terms.map(\.value), letterCase: terms.letterCase ?? .ignore, isMasked: terms.isMasked)
    for name in terms.lists {
      var seen: Set<String> = []
      add(name.value, of: terms, to: &groups, seen: &seen)
    }
    return groups.pattern
  }

  private func add(
    _ name: String, of terms: Matcher.Terms, to groups: inout Groups, seen: inout Set<String>
  ) {
    guard let list = lists[name], seen.insert(name).inserted else { return }
    groups.add(
      list.terms.map(\.value), letterCase: terms.letterCase ?? list.letterCase,
      isMasked: terms.isMasked || list.isMasked)
    for included in list.includes {
      add(included.value, of: terms, to: &groups, seen: &seen)
    }
  }

  /// The alternatives gathered so far, apart by whether letter case counts.
  private struct Groups {
    private var caseless: [String] = []
    private var cased: [String] = []

    mutating func add(_ terms: [String], letterCase: Matcher.LetterCase, isMasked: Bool) {
      let writer = TermPattern(letterCase: letterCase, isMasked: isMasked)
      for text in terms {
        // The loader has reported terms that cannot be read; what is left can.
        guard let term = try? Term(parsing: text) else { continue }
        if letterCase == .ignore {
          caseless += writer.alternatives(of: term)
        } else {
          cased += writer.alternatives(of: term)
        }
      }
    }

    var pattern: String {
      switch (caseless.isEmpty, cased.isEmpty) {
      case (true, true): ""
      case (false, true): TermPattern.alternation(caseless)
      case (true, false): "(?-i:" + TermPattern.alternation(cased) + ")"
      case (false, false):
        "(?:" + TermPattern.alternation(caseless) + "|(?-i:" + TermPattern.alternation(cased)
          + "))"
      }
    }
  }
}
