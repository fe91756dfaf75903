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

  /// One caseless pattern for any term of the lists and terms; empty when there is none.
  ///
  /// - Parameter terms: The terms and lists; their letter case, when given, holds for the lists too.
  /// - Returns: The pattern, to be compiled caseless.
  package func pattern(for terms: Matcher.Terms) -> String {
    groups(of: terms, forms: Form.allCases).pattern
  }

  /// Caseless patterns for any term of the lists and terms in one form, none longer than PCRE2 can compile.
  ///
  /// - Parameters:
  ///   - terms: The terms and lists; their letter case, when given, holds for the lists too.
  ///   - form: The form to look for. Texts with stars are rare: apart, that form is seldom run.
  /// - Returns: The patterns; a text has a term where any of them matches.
  package func patterns(for terms: Matcher.Terms, form: Form) -> [String] {
    groups(of: terms, forms: [form]).divided.map(\.pattern)
  }

  private func groups(of terms: Matcher.Terms, forms: [Form]) -> Groups {
    var groups = Groups(forms: forms)
    groups.add(
      terms.terms.map(\.value), letterCase: terms.letterCase ?? .ignore, isMasked: terms.isMasked)
    for name in terms.lists {
      var seen: Set<String> = []
      add(name.value, of: terms, to: &groups, seen: &seen)
    }
    return groups
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

    /// The same alternatives in groups that compile: PCRE2's limit is 64 KiB of code, and a letter that
    /// may be a star takes some forty bytes of it.
    var divided: [Groups] {
      var parts: [Groups] = []
      var size = Self.sizeLimit
      func make(_ alternative: String, _ path: WritableKeyPath<Groups, [String]>) {
        size += alternative.utf8.count
        if size > Self.sizeLimit {
          parts.append(Groups(forms: forms))
          size = alternative.utf8.count
        }
        parts[parts.count - 1][keyPath: path].append(alternative)
      }
      for alternative in caseless { make(alternative, \.caseless) }
      for alternative in cased { make(alternative, \.cased) }
      return parts
    }

    private static let sizeLimit = 6_000

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
