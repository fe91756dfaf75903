/// Terms that are looked for together: those of a list, or those that a matcher writes out.
package struct TermGroup {
  /// The terms.
  package let terms: [Placed<String>]
  /// How letter case counts.
  package let letterCase: Matcher.LetterCase
  /// The terms of lists that the list includes, as far as they are looked for in the same way.
  let included: [Placed<String>]

  /// The groups of a pack.
  package static func all(of pack: RulePack) -> [TermGroup] {
    let lists = Dictionary(
      pack.lists.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let written = pack.allMatchers.compactMap { matcher -> TermGroup? in
      guard case .words(let terms) = matcher.test, !terms.terms.isEmpty else { return nil }
      return TermGroup(
        terms: terms.terms, letterCase: terms.letterCase ?? .ignore, included: [])
    }
    return pack.lists.map { TermGroup($0, among: lists) } + written
  }

  private init(terms: [Placed<String>], letterCase: Matcher.LetterCase, included: [Placed<String>])
  {
    self.terms = terms
    self.letterCase = letterCase
    self.included = included
  }

  private init(_ list: WordList, among lists: [String: WordList]) {
    var included: [Placed<String>] = []
    var seen: Set<String> = [list.id]
    var waiting = list.includes.map(\.value)
    while let name = waiting.popLast() {
      guard seen.insert(name).inserted, let other = lists[name] else { continue }
      waiting += other.includes.map(\.value)
      // What is found in fewer ways does not stand in for what is found in more.
      if other.letterCase == list.letterCase, other.isMasked || !list.isMasked {
        included += other.terms
      }
    }
    self.init(terms: list.terms, letterCase: list.letterCase, included: included)
  }
}
