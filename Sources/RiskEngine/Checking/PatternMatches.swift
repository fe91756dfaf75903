/// The matches of one pattern in one reading, ready to be asked which of them lie where.
struct PatternMatches {
  /// The matches, from left to right; those of nearness may overlap.
  let ranges: [Range<Int>]
  /// What their order alone does not tell, when their ends are not in the order of their starts.
  private let crossing: Crossing?

  private struct Crossing {
    /// Where they end, in ascending order.
    let ends: [Int]
    /// The farthest end among the matches up to each one.
    let farthest: [Int]
  }

  /// No match.
  static let none = PatternMatches(ordered: [])

  /// Takes matches whose starts and ends are in order, none overlapping another.
  init(ordered ranges: [Range<Int>]) {
    self.ranges = ranges
    crossing = nil
  }

  /// Orders the matches of a pattern.
  init(_ found: [Range<Int>]) {
    let isOrdered = zip(found, found.dropFirst()).allSatisfy {
      $0.lowerBound <= $1.lowerBound && $0.upperBound <= $1.upperBound
    }
    guard !isOrdered else {
      ranges = found
      crossing = nil
      return
    }
    ranges = found.sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    var end = 0
    let farthest = ranges.map { range in
      end = max(end, range.upperBound)
      return end
    }
    crossing = Crossing(ends: found.map(\.upperBound).sorted(), farthest: farthest)
  }

  /// How many begin before one place and end after another.
  ///
  /// - Parameters:
  ///   - before: Where they must begin, exclusive.
  ///   - after: Where they must end, exclusive; no match that ends here or sooner begins at `before` or later.
  /// - Returns: The number of matches.
  func count(beginningBefore before: Int, endingAfter after: Int) -> Int {
    let ended =
      crossing?.ends.partitionPoint { $0 > after }
      ?? ranges.partitionPoint { $0.upperBound > after }
    return ranges.partitionPoint { $0.lowerBound >= before } - ended
  }

  /// Whether one of them holds a whole stretch.
  func cover(_ stretch: Range<Int>) -> Bool {
    let behind = ranges.partitionPoint { $0.lowerBound > stretch.lowerBound }
    guard behind > 0 else { return false }
    let end = crossing?.farthest[behind - 1] ?? ranges[behind - 1].upperBound
    return end >= stretch.upperBound
  }
}
