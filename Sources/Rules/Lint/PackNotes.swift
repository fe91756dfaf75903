/// Reads a sound pack once more for what its author will want to know: terms that stand twice, overlap or are
/// written as regular expressions, and lists and scopes that nothing uses.
package struct PackNotes {
  private let pack: RulePack
  private let places: TermPlaces

  /// Takes a pack that was found free of faults.
  ///
  /// - Parameters:
  ///   - pack: The pack.
  ///   - places: Where its terms stand.
  package init(_ pack: RulePack, places: TermPlaces) {
    self.pack = pack
    self.places = places
  }

  /// Everything that was found, in no particular order.
  package var problems: [RuleProblem] {
    let groups = TermGroup.all(of: pack)
    let shape = TermShape(places: places)
    let repeated = RepeatedTerms(places: places)
    return groups.flatMap { shape.problems(of: $0) + repeated.problems(of: $0) }
      + UnusedNames(pack).problems.map(places.withLine)
  }
}
