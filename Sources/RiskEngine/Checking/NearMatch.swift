import Rules

/// Finds places where matches of several patterns stand near each other.
///
/// PCRE2 has found the words; what remains is arithmetic over their places, which costs less than a
/// pattern that holds every list twice, and each list is matched once for all rules that name it.
struct NearMatch {
  /// The words of the reading that was matched.
  let places: WordPlaces
  /// How near, and in which order.
  let distances: PatternGraph.Distances
  /// The matches of each item, from left to right, none overlapping another of the same item.
  let matches: [[Range<Int>]]

  /// The stretches from the first item to the last, one for each match of the first item that has
  /// the others near it: the shortest.
  func spans() -> [Range<Int>] {
    guard let first = matches.first else { return [] }
    if matches.count == 2 { return first.compactMap { pair($0, with: matches[1]) } }
    let others = Array(matches.indices.dropFirst())
    let sides =
      distances.isOrdered
      ? [Sides(before: nil, after: chain(others[...], .onwards))]
      : Self.arrangements(of: others).map { before, after in
        Sides(before: chain(before, .backwards), after: chain(after, .onwards))
      }
    return first.compactMap { match in
      sides.reduce(nil as Range<Int>?) { best, sides in
        guard let span = span(around: match, sides) else { return best }
        return best.map { $0.count <= span.count ? $0 : span } ?? span
      }
    }
  }

  /// The shortest stretch from a match to one of the only other item: most nearness is of two.
  private func pair(_ match: Range<Int>, with others: [Range<Int>]) -> Range<Int>? {
    let next = others.partitionPoint { $0.lowerBound >= match.upperBound }
    let after =
      next < others.count && isNear(match.upperBound, others[next].lowerBound)
      ? match.lowerBound..<others[next].upperBound : nil
    if distances.isOrdered { return after }
    let last = others.partitionPoint { $0.upperBound > match.lowerBound } - 1
    guard last >= 0, isNear(others[last].upperBound, match.lowerBound) else { return after }
    let before = others[last].lowerBound..<match.upperBound
    return after.map { before.count <= $0.count ? before : $0 } ?? before
  }

  // MARK: - Chains

  /// Which way a chain leads from a match.
  private enum Direction {
    case backwards, onwards
  }

  /// A row of matches, one of each of some items, near each other.
  private struct Link {
    /// The edge of the row that a match must be near to.
    let near: Int
    /// The other edge.
    let far: Int
  }

  /// The rows that may stand before and after a match; `nil` when no item belongs there.
  private struct Sides {
    let before: [Link]?
    let after: [Link]?
  }

  private func span(around match: Range<Int>, _ sides: Sides) -> Range<Int>? {
    guard let start = edge(from: match.lowerBound, sides.before, .backwards),
      let end = edge(from: match.upperBound, sides.after, .onwards)
    else { return nil }
    return start..<end
  }

  /// The rows of the items, the first of them nearest; from every match of it the shortest.
  ///
  /// The next row in reach is always the shortest too, since rows that begin farther off end farther off.
  private func chain(_ items: ArraySlice<Int>, _ direction: Direction) -> [Link]? {
    guard let item = items.first else { return nil }
    let rest = chain(items.dropFirst(), direction)
    return matches[item].compactMap { match in
      let (near, own) =
        direction == .onwards
        ? (match.lowerBound, match.upperBound) : (match.upperBound, match.lowerBound)
      return edge(from: own, rest, direction).map { Link(near: near, far: $0) }
    }
  }

  /// The far edge of the nearest row in reach of a place; the place itself when no row is asked for.
  private func edge(from place: Int, _ links: [Link]?, _ direction: Direction) -> Int? {
    guard let links else { return place }
    switch direction {
    case .onwards:
      let next = links.partitionPoint { $0.near >= place }
      return next < links.count && isNear(place, links[next].near) ? links[next].far : nil
    case .backwards:
      let last = links.partitionPoint { $0.near > place } - 1
      return last >= 0 && isNear(links[last].near, place) ? links[last].far : nil
    }
  }

  private func isNear(_ start: Int, _ end: Int) -> Bool {
    places.isNear(
      start, end, words: distances.within, crossesSentences: distances.crossesSentences)
  }

  /// All ways to set items before and after something, each side from the nearest on.
  private static func arrangements(
    of items: [Int]
  ) -> [(before: ArraySlice<Int>, after: ArraySlice<Int>)] {
    permutations(of: items).flatMap { order in
      (0...order.count).reversed().map { (order[..<$0], order[$0...]) }
    }
  }

  private static func permutations(of items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let item = rest.remove(at: index)
      return permutations(of: rest).map { [item] + $0 }
    }
  }
}
