/// Finds terms that stand twice in a group, and terms that add nothing to the others.
struct RepeatedTerms {
  /// Where terms stand.
  let places: TermPlaces

  /// A term, or one choice of one, with all that it finds.
  private struct Item {
    let term: Placed<String>
    let range: Range<Int>
    let spellings: [Spelling]
    /// True for a term of an included list, which is only there to be compared with.
    let isIncluded: Bool

    var text: String {
      String(
        String.UnicodeScalarView(
          term.value.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)))
    }
  }

  /// What stands twice in a group, and what adds nothing.
  func problems(of group: TermGroup) -> [RuleProblem] {
    var items: [Item] = []
    var inner: [RuleProblem] = []
    for term in group.terms {
      guard let read = try? Term(parsing: term.value) else { continue }
      for choice in Self.flattened(read) {
        items += item(choice, of: term, group.letterCase)
        inner += innerProblems(of: choice, in: term, group.letterCase)
      }
    }
    for term in group.included {
      guard let read = try? Term(parsing: term.value) else { continue }
      items += Self.flattened(read).flatMap {
        item($0, of: term, group.letterCase, isIncluded: true)
      }
    }
    return idle(items, isWhole: false) + inner
  }

  /// A term as its choices, when it is nothing but one choice.
  private static func flattened(_ term: Term) -> [Term] {
    guard term.pieces.count == 1, case .choice(let choices, isOptional: false) = term.pieces[0]
    else { return [term] }
    return choices.flatMap(flattened)
  }

  /// What stands twice among the choices inside a term.
  private func innerProblems(
    of term: Term, in text: Placed<String>, _ letterCase: Matcher.LetterCase
  ) -> [RuleProblem] {
    term.pieces.flatMap { piece -> [RuleProblem] in
      guard case .choice(let choices, _) = piece else { return [] }
      let items = choices.flatMap(Self.flattened).flatMap { item($0, of: text, letterCase) }
      return idle(items, isWhole: true)
        + choices.flatMap { innerProblems(of: $0, in: text, letterCase) }
    }
  }

  private func item(
    _ term: Term, of text: Placed<String>, _ letterCase: Matcher.LetterCase,
    isIncluded: Bool = false
  ) -> [Item] {
    // A term with more spellings than are written out is not judged.
    guard let spellings = Spelling.all(of: term, letterCase) else { return [] }
    return [Item(term: text, range: term.range, spellings: spellings, isIncluded: isIncluded)]
  }

  /// The items that could all be left out without losing anything, each with one that finds what it finds.
  private func idle(_ items: [Item], isWhole: Bool) -> [RuleProblem] {
    guard items.count > 1 else { return [] }
    var index = SpellingIndex()
    for (owner, item) in items.enumerated() {
      for spelling in item.spellings { index.add(spelling, of: owner) }
    }
    // Narrow terms go first, and of equal ones the later, so that what is left covers what went.
    let order = items.indices.filter { !items[$0].isIncluded }.sorted {
      (items[$0].spellings.count, $1) < (items[$1].spellings.count, $0)
    }
    var left = Set(items.indices)
    var problems: [RuleProblem] = []
    for number in order {
      left.remove(number)
      let covers = items[number].spellings.map { spelling in
        index.owner(covering: spelling, isWhole: isWhole) { left.contains($0) }
      }
      if let first = covers.first ?? nil, covers.allSatisfy({ $0 != nil }) {
        problems.append(problem(items[number], coveredBy: items[first]))
      } else {
        left.insert(number)
      }
    }
    return problems
  }

  private func problem(_ item: Item, coveredBy other: Item) -> RuleProblem {
    let line = "line \(other.term.place.line)"
    let place =
      other.term.place.file == item.term.place.file
      ? line : "\(line) of \(other.term.place.file)"
    let isTwin = !other.isIncluded && Set(item.spellings) == Set(other.spellings)
    guard isTwin else {
      return places.problem(
        .overlap, in: item.term, item.range,
        "`\(item.text)` adds nothing: `\(other.text)` on \(place) finds it already.",
        hint: "Leave it out, unless the longer words should be what is marked.")
    }
    return places.problem(
      .duplicateTerm, in: item.term, item.range,
      "The term `\(item.text)` stands twice: `\(other.text)` on \(place) finds the same.",
      hint: "Leave one of them out.")
  }
}
