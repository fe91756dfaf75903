/// Finds terms that are written as regular expressions.
struct TermShape {
  /// Where terms stand.
  let places: TermPlaces

  /// What is wrong with the terms of a group.
  func problems(of group: TermGroup) -> [RuleProblem] {
    group.terms.flatMap { term in
      RegexLook(term.value).places.map { expression(in: term, at: $0) }
    }
  }

  private func expression(in term: Placed<String>, at range: Range<Int>) -> RuleProblem {
    let text = String(
      String.UnicodeScalarView(
        term.value.unicodeScalars.dropFirst(range.lowerBound)
          .prefix(range.count)))
    return places.problem(
      .neverMatches, in: term, range,
      "A term is no regular expression: `\(text)` only finds these very signs.",
      hint: "A term has `(a|b)`, `(a|b)?`, `kick~` and `kick*`; for more write a `pattern`.")
  }
}
