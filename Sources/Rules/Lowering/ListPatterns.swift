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

  /// One way to write one term, as a pattern.
  package struct TermSource: Sendable, Hashable {
    /// The pattern.
    package let source: String
    /// Whether it is compiled caseless.
    package let isCaseless: Bool
  }

  /// One caseless pattern for any term of the lists and terms; empty when there is none.
  ///
  /// - Parameter terms: The terms and lists; their letter case, when given, holds for the lists too.
  /// - Returns: The pattern, to be compiled caseless.
  package func pattern(for terms: Matcher.Terms) -> String {
    let all = self.terms(of: terms)
    let caseless = all.filter(\.isCaseless).map(\.source)
    let cased = all.filter { !$0.isCaseless }.map(\.source)
    switch (caseless.isEmpty, cased.isEmpty) {
    case (true, true): return ""
    case (false, true): return TermPattern.alternation(caseless)
    case (true, false): return "(?-i:" + TermPattern.alternation(cased) + ")"
    case (false, false):
      return "(?:" + TermPattern.alternation(caseless) + "|(?-i:" + TermPattern.alternation(cased)
        + "))"
    }
  }

  /// The patterns of the lists and terms, one a term and, where they may be masked, one for its starred
  /// forms; texts with stars are rare, so that those seldom have to run.
  ///
  /// - Parameter terms: The terms and lists; their letter case, when given, holds for the lists too.
  /// - Returns: Each pattern once, in the order of the terms.
  package func terms(of terms: Matcher.Terms) -> [TermSource] {
    var gathered = Gathered()
    gathered.add(
      terms.terms.map(\.value), letterCase: terms.letterCase ?? .ignore, isMasked: terms.isMasked)
    for name in terms.lists {
      var seen: Set<String> = []
      add(name.value, of: terms, to: &gathered, seen: &seen)
    }
    return gathered.sources
  }

  private func add(
    _ name: String, of terms: Matcher.Terms, to gathered: inout Gathered, seen: inout Set<String>
  ) {
    guard let list = lists[name], seen.insert(name).inserted else { return }
    gathered.add(
      list.terms.map(\.value), letterCase: terms.letterCase ?? list.letterCase,
      isMasked: terms.isMasked || list.isMasked)
    for included in list.includes {
      add(included.value, of: terms, to: &gathered, seen: &seen)
    }
  }

  /// The patterns gathered so far.
  private struct Gathered {
    private(set) var sources: [TermSource] = []
    private var seen: Set<TermSource> = []

    mutating func add(_ terms: [String], letterCase: Matcher.LetterCase, isMasked: Bool) {
      let writer = TermPattern(letterCase: letterCase)
      let isCaseless = letterCase == .ignore
      for text in terms {
        // The loader has reported terms that cannot be read; what is left can.
        guard let term = try? Term(parsing: text) else { continue }
        for term in term.alternatives {
          add(TermSource(source: writer.plain(term), isCaseless: isCaseless))
          if isMasked, let starred = writer.starred(term) {
            add(TermSource(source: starred, isCaseless: isCaseless))
          }
        }
      }
    }

    private mutating func add(_ source: TermSource) {
      if seen.insert(source).inserted { sources.append(source) }
    }
  }
}
