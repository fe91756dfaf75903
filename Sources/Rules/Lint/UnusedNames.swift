/// Finds the lists and scopes of a pack that no rule reaches, by itself or through others.
struct UnusedNames {
  private let pack: RulePack
  private var lists: Set<String> = []
  private var scopes: Set<String> = []

  /// Follows every name from the rules on.
  init(_ pack: RulePack) {
    self.pack = pack
    for matcher in pack.rules.flatMap(\.matchers) { follow(matcher) }
  }

  /// A note for each list and each scope that is not used.
  var problems: [RuleProblem] {
    let lists = pack.lists.filter { !self.lists.contains($0.id) }.map {
      note("list", $0.id, at: $0.place, hint: "Name it in a rule, or remove the file.")
    }
    let scopes = pack.scopes.filter { !self.scopes.contains($0.id) }.map {
      note("scope", $0.id, at: $0.place, hint: "Name it in a rule, or remove it.")
    }
    return lists + scopes
  }

  private func note(
    _ noun: String, _ id: String, at place: SourcePlace, hint: String
  ) -> RuleProblem {
    RuleProblem(
      .unused, at: place, "No rule uses the \(noun) `\(id)`.", hint: hint,
      width: id.unicodeScalars.count)
  }

  private mutating func follow(_ matcher: Matcher) {
    switch matcher.test {
    case .words(let terms): terms.lists.forEach { followList($0.value) }
    case .pattern(let test):
      // Without any list, every macro is one that names none.
      let expansion = PatternExpansion(
        test.source.value, lists: ListPatterns([]), letterCase: test.letterCase)
      expansion.unknownLists.forEach { followList($0.name) }
    case .scope(let name):
      guard scopes.insert(name).inserted else { return }
      for scope in pack.scopes where scope.id == name {
        scope.match.flatMap(\.withInner).forEach { follow($0) }
      }
    case .near, .all, .any, .none, .someOf, .facts, .measure: break
    }
  }

  private mutating func followList(_ name: String) {
    guard lists.insert(name).inserted else { return }
    for list in pack.lists where list.id == name {
      list.includes.forEach { followList($0.value) }
    }
  }
}
