/// Checks that the scopes which stand as items of a nearness have words there that can be near others.
struct NearScopesCheck {
  /// Where faults go.
  let record: LoadRecord
  /// The scopes of the pack, by id.
  let scopes: [String: Scope]

  /// Reports the scopes among the items of nearnesses that find more than words and patterns.
  func check(_ matchers: [Matcher]) {
    for matcher in matchers {
      guard case .near(let nearness) = matcher.test else { continue }
      for item in nearness.items {
        guard case .scope(let name) = item.test, let scope = scopes[name],
          let other = scope.match.first(where: { !Self.isOfWords($0) })
        else { continue }
        record.report(
          .misplaced, at: item.place, "The scope `\(name)` cannot be an item of `near`.",
          hint:
            "Its matcher on line \(other.place.line) of \(other.place.file) does not merely find words: "
            + "leave it to `words`, `list` and `pattern`, without `in` and `at_least`.")
      }
    }
  }

  private static func isOfWords(_ matcher: Matcher) -> Bool {
    guard matcher.readings == nil, matcher.atLeast == 1 else { return false }
    return switch matcher.test {
    case .words, .pattern: true
    case .near, .all, .any, .none, .someOf, .scope, .facts, .measure: false
    }
  }
}
