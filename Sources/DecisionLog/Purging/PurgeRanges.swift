import JSON

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
