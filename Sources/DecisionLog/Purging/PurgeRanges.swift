import JSON
import Reports

/// The entries that purges tell of.
struct PurgeRanges {
  /// The entries that lose their bodies in time; the others tell of how the log was used.
  static let kinds: Set<EntryKind> = [.decision, .approval, .review]

  /// Those without a body.
  private(set) var bodies = SequenceSet()
  /// Those without the words that were kept with them.
  private(set) var texts = SequenceSet()

  /// Takes what the body of a purge tells; it can only tell of entries before its own.
  mutating func add(_ body: [UInt8], before sequence: Int) {
    guard let document = JSONDocument(), let value = try? document.parse(body) else { return }
    bodies.add(SequenceSet(value["bodies"]), before: sequence)
    texts.add(SequenceSet(value["texts"]), before: sequence)
  }
}

/// Entries by their numbers, as ranges.
struct SequenceSet: Equatable {
  /// The ranges, in order.
  private(set) var ranges: [ClosedRange<Int>] = []

  /// Makes an empty set.
  init() {}

  /// Takes numbers in ascending order.
  init(_ sequences: [Int]) {
    for sequence in sequences {
      if let last = ranges.last, last.upperBound == sequence - 1 {
        ranges[ranges.count - 1] = last.lowerBound...sequence
      } else {
        ranges.append(sequence...sequence)
      }
    }
  }

  /// Reads ranges such as `[[1,5],[7,7]]`; what is no range is left out.
  init(_ value: JSONValue?) {
    ranges = (value?.elements ?? []).compactMap { range in
      let ends = range.elements.compactMap(\.integer)
      return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
    }
  }

  /// Adds those of another set that are before a place.
  mutating func add(_ other: SequenceSet, before sequence: Int) {
    ranges += other.ranges.filter { $0.upperBound < sequence }
  }

  /// True when an entry belongs to the set.
  func contains(_ sequence: Int) -> Bool {
    ranges.contains { $0.contains(sequence) }
  }

  /// Writes the ranges as they are read.
  func write(_ name: String, to json: inout JSONWriter) {
    json.member(name, of: ranges) { json, range in
      json.array(of: [range.lowerBound, range.upperBound]) { $0.number($1) }
    }
  }
}
