/// Gathers the kinds of detail that a rule counts with `some`, with what advice calls them.
struct NamedKinds {
  private let scopes: [String: Scope]

  /// A kind, its name if it has one, and the readings that it is looked for in unless it says so itself.
  struct Named {
    let kind: Matcher.Kind
    let name: String?
    let readings: [Matcher.Reading]?

    /// The scope that it is, if it is one.
    var scope: String? {
      if case .scope(let scope) = kind.matcher.test { scope } else { nil }
    }
  }

  init(_ scopes: [String: Scope]) {
    self.scopes = scopes
  }

  /// The kinds of a rule, also those that its scopes count, in the order in which they are written.
  ///
  /// What stands under `unless` is not there when the rule is found.
  func kinds(of rule: Rule) -> [Named] {
    let conditions = rule.when + rule.weaker + rule.stronger
    return kinds(of: rule.match.map(\.matcher) + conditions.map(\.matcher))
  }

  /// The kinds of some matchers, also those that their scopes count.
  func kinds(of matchers: [Matcher]) -> [Named] {
    let found = matchers.flatMap { kinds(of: $0, in: nil, visited: []) }
    // A name that is given once holds wherever the same scope is counted again.
    var given: [String: String] = [:]
    for named in found {
      guard let scope = named.scope, let name = named.kind.name, given[scope] == nil else {
        continue
      }
      given[scope] = name
    }
    return found.map { named in
      let name = named.kind.name ?? named.scope.flatMap { given[$0] ?? title(of: $0) }
      return Named(kind: named.kind, name: name, readings: named.readings)
    }
  }

  private func kinds(
    of matcher: Matcher, in inherited: [Matcher.Reading]?, visited: Set<String>
  ) -> [Named] {
    let readings = matcher.readings ?? inherited
    switch matcher.test {
    case .someOf(let kinds):
      return kinds.map { Named(kind: $0, name: $0.name, readings: readings) }
    case .all(let matchers), .any(let matchers):
      return matchers.flatMap { kinds(of: $0, in: readings, visited: visited) }
    case .scope(let name):
      // A circle of scopes is a fault that is told elsewhere.
      guard !visited.contains(name) else { return [] }
      return (scopes[name]?.match ?? []).flatMap {
        kinds(of: $0, in: readings, visited: visited.union([name]))
      }
    case .words, .pattern, .near, .none, .facts, .measure: return []
    }
  }

  /// The title of a scope in the middle of a sentence.
  private func title(of scope: String) -> String? {
    guard let title = scopes[scope]?.title, let first = title.unicodeScalars.first else {
      return nil
    }
    return first.properties.lowercaseMapping + String(title.unicodeScalars.dropFirst())
  }
}
