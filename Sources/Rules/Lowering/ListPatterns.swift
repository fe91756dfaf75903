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

  /// The forms of terms that a pattern can look for.
  package enum Form: Sendable, CaseIterable {
    /// As they are written.
    case plain
    /// With letters starred out, for the terms and lists that ask for it.
    case starred
  }

  /// One caseless pattern for any term of the lists and terms, in some forms; empty when there is none.
  ///
  /// - Parameters:
  ///   - terms: The terms and lists; their letter case, when given, holds for the lists too.
  ///   - forms: The forms to look for. Texts with stars are rare: apart, the starred form is seldom run.
  /// - Returns: The pattern, to be compiled caseless.
  package func pattern(for terms: Matcher.Terms, forms: [Form] = Form.allCases) -> String {
    var groups = Groups(forms: forms)
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
    private let forms: [Form]
    private var caseless: [String] = []
    private var cased: [String] = []

    init(forms: [Form]) {
      self.forms = forms
    }

    mutating func add(_ terms: [String], letterCase: Matcher.LetterCase, isMasked: Bool) {
      let writer = TermPattern(letterCase: letterCase)
      for text in terms {
        // The loader has reported terms that cannot be read; what is left can.
        guard let term = try? Term(parsing: text) else { continue }
        var alternatives: [String] = []
        if forms.contains(.plain) { alternatives.append(writer.plain(term)) }
        if isMasked, forms.contains(.starred) {
          alternatives += writer.starred(term).map { [$0] } ?? []
        }
        if letterCase == .ignore { caseless += alternatives } else { cased += alternatives }
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
