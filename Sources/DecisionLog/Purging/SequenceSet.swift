import JSON

/// Entries by their numbers, as ranges.
struct SequenceSet: Equatable {
  /// The ranges, in order, with gaps between them.
  private(set) var ranges: [ClosedRange<Int>] = []

  /// Makes an empty set.
  init() {}

  /// Takes numbers.
  init(_ sequences: [Int]) {
    ranges = Self.merged(sequences.map { $0...$0 })
  }

  /// Reads ranges such as `[[1,5],[7,7]]`; what is no range is left out.
  init(_ value: JSONValue?) {
    ranges = Self.merged(
      (value?.elements ?? []).compactMap { range in
        let ends = range.elements.compactMap(\.integer)
        return ends.count == 2 && 0 <= ends[0] && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
      })
  }

  /// Adds the ranges of another set that end before a place.
  mutating func add(_ other: SequenceSet, before sequence: Int) {
    ranges = Self.merged(ranges + other.ranges.filter { $0.upperBound < sequence })
  }

  /// True when an entry belongs to the set.
  func contains(_ sequence: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < sequence { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(sequence)
  }

  /// Writes the ranges as they are read.
  func write(_ name: String, to json: inout JSONWriter) {
    json.member(name, of: ranges) { json, range in
      json.array(of: [range.lowerBound, range.upperBound]) { $0.number($1) }
    }
  }

  private static func merged(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
      // A difference, for a sum might be too large.
      guard let last = merged.last, range.lowerBound - 1 <= last.upperBound else {
        return merged.append(range)
      }
      merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
    }
  }
}
