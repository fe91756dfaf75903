import Rules

/// What counts as near a finding, for one condition.
struct Surroundings {
  /// The words of the reading.
  let places: WordPlaces
  /// The finding's stretch of the reading.
  let found: Range<Int>

  /// How many matches stand where a condition asks for them.
  func count(_ matches: PatternMatches, for condition: ConditionSpec) -> Int {
    switch condition.reach {
    case .draft: return matches.ranges.count
    case .span: return matches.cover(found) ? 1 : 0
    case .sentence:
      let sentence = places.sentence(of: found)
      return matches.count(
        beginningBefore: condition.side == .before ? found.lowerBound : sentence.upperBound,
        endingAfter: condition.side == .after ? found.upperBound : sentence.lowerBound)
    case .words(let words):
      return matches.count(
        beginningBefore: condition.side == .before
          ? found.lowerBound : places.limit(after: found.upperBound, words: words),
        endingAfter: condition.side == .after
          ? found.upperBound : places.limit(before: found.lowerBound, words: words))
    }
  }
}
