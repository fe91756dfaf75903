import PCRE2
import PostText
import Rules

extension Finding.Kinds {
  /// Looks for the kinds of detail of a rule that was found; `nil` when it counts none.
  init?(
    of rule: RuleSpec, facts: DraftFacts, in view: borrowing PostView,
    with evidence: inout Evidence
  ) throws(MatchFailure) {
    guard !rule.kinds.isEmpty else { return nil }
    let anywhere = PlaceTest(facts: facts, place: nil)
    let byAuthor = PlaceTest(facts: facts, place: nil, isOwnOnly: true)
    var (found, own): ([String], [String]) = ([], [])
    for kind in rule.kinds where try anywhere.holds(kind.test, of: view, with: &evidence) {
      found.append(kind.name)
      if try byAuthor.holds(kind.test, of: view, with: &evidence) { own.append(kind.name) }
    }
    names = found
    // Nobody can take out what stands in another's post.
    takeOut = Array((own.isEmpty ? found : own).prefix(2))
  }
}
