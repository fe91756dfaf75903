package import Rules

/// Says what is doubtful about a pack that can be used, by reading it and by trying its terms.
package struct PackLint {
  private let pack: RulePack
  private let places: TermPlaces

  /// Takes a pack that was found free of faults, and the files that it was read from.
  package init(_ pack: RulePack, files: [PackFile]) {
    self.pack = pack
    places = TermPlaces(files)
  }

  /// Faults and notes, sorted by place.
  package var problems: [RuleProblem] {
    var dead = DeadTerms(places: places)
    var problems = PackNotes(pack, places: places).problems
    for group in TermGroup.all(of: pack) { problems += dead.problems(of: group) }
    return problems.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }.map(\.element)
  }
}
