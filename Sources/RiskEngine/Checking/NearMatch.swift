import Rules

/// Finds places where matches of several patterns stand near each other.
///
/// PCRE2 has found the words; what remains is arithmetic over their places, which costs less than a
/// pattern that holds every list twice, and each list is matched once for all rules that name it.
struct NearMatch {
  /// The reading that was matched.
  let text: UnsafeBufferPointer<UInt8>
  /// How near, and in which order.
  let spec: NearSpec
  /// The matches of each item, from left to right, none overlapping another of the same item.
  let matches: [[Range<Int>]]

  /// The stretches from the first item to the last, one for each match of the first item that has
  /// the others near it.
  func spans() -> [Range<Int>] {
    guard let first = matches.first else { return [] }
    return first.compactMap { match in
      spec.isOrdered
        ? ordered(from: match) : completed(match, with: Array(matches.dropFirst()))
    }
  }

  /// The nearest match of each further item, each behind the one before.
  private func ordered(from match: Range<Int>) -> Range<Int>? {
    var span = match
    for item in matches.dropFirst() {
      guard let next = following(span, in: item), isNear(span.upperBound, next.lowerBound) else {
        return nil
      }
      span = span.lowerBound..<next.upperBound
    }
    return span
  }

  /// The shortest stretch that grows from a match by the nearest match of each other item.
  private func completed(_ span: Range<Int>, with others: [[Range<Int>]]) -> Range<Int>? {
    guard !others.isEmpty else { return span }
    var best: Range<Int>?
    for index in others.indices {
      var rest = others
      let item = rest.remove(at: index)
      for wider in [extendedBack(span, item), extendedOn(span, item)] {
        guard let wider, let whole = completed(wider, with: rest) else { continue }
        if best.map({ whole.count < $0.count }) ?? true { best = whole }
      }
    }
    return best
  }

  private func extendedBack(_ span: Range<Int>, _ item: [Range<Int>]) -> Range<Int>? {
    guard let other = preceding(span, in: item), isNear(other.upperBound, span.lowerBound) else {
      return nil
    }
    return other.lowerBound..<span.upperBound
  }

  private func extendedOn(_ span: Range<Int>, _ item: [Range<Int>]) -> Range<Int>? {
    guard let other = following(span, in: item), isNear(span.upperBound, other.lowerBound) else {
      return nil
    }
    return span.lowerBound..<other.upperBound
  }

  // MARK: - Places

  /// The first match that begins where a stretch ends, or later.
  private func following(_ span: Range<Int>, in item: [Range<Int>]) -> Range<Int>? {
    let index = firstIndex(in: item) { $0.lowerBound >= span.upperBound }
    return index < item.count ? item[index] : nil
  }

  /// The last match that ends where a stretch begins, or sooner.
  private func preceding(_ span: Range<Int>, in item: [Range<Int>]) -> Range<Int>? {
    let index = firstIndex(in: item) { $0.upperBound > span.lowerBound }
    return index > 0 ? item[index - 1] : nil
  }

  private func firstIndex(
    in item: [Range<Int>], where isPast: (Range<Int>) -> Bool
  ) -> Int {
    var low = 0
    var high = item.count
    while low < high {
      let middle = (low + high) / 2
      if isPast(item[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Whether few enough words, and no sentence end unless that is allowed, lie between two places.
  private func isNear(_ start: Int, _ end: Int) -> Bool {
    var words = 0
    var position = start
    // A match may end inside a word, as in `door` and `'s`: what is left of it does not count.
    while position < end, Surroundings.isWord(text[position]) { position += 1 }
    var isInside = false
    while position < end {
      let byte = text[position]
      if Surroundings.isWord(byte) {
        if !isInside { words += 1 }
        if words > spec.within { return false }
        isInside = true
      } else {
        isInside = false
        if !spec.crossesSentences, Surroundings.endsSentence(text, at: position) { return false }
      }
      position += 1
    }
    return true
  }
}
