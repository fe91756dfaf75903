/// Counts by name, for a bounded number of names: those that come first have counts of their own.
package struct NamedCounts<Value: Sendable & Equatable>: Sendable, Equatable {
  /// The most names that have counts of their own.
  package let limit: Int
  /// What belongs to no name.
  package private(set) var unnamed: Value
  /// What belongs to names for which there was no place left, all together.
  package private(set) var further: Value
  private var named: [String: Value] = [:]
  private let nothing: Value

  /// Nothing is counted yet.
  package init(limit: Int, nothing: Value) {
    self.limit = limit
    self.nothing = nothing
    unnamed = nothing
    further = nothing
  }

  /// The names with their counts, sorted by their bytes.
  package var sorted: [(name: String, value: Value)] {
    named.sortedByBytes
  }

  /// True when there were more names than places.
  package var hasFurther: Bool {
    further != nothing
  }

  /// True when something belongs to no name.
  package var hasUnnamed: Bool {
    unnamed != nothing
  }

  /// The counts of a name, or `nil` when it has none of its own.
  package subscript(name: String) -> Value? {
    named[name]
  }

  /// Changes the counts of a name, or of what has none.
  mutating func update(_ name: String?, _ change: (inout Value) -> Void) {
    guard let name, !name.utf8.isEmpty else { return change(&unnamed) }
    let nothing = nothing
    if named.count < limit || named[name] != nil {
      change(&named[name, default: nothing])
    } else {
      change(&further)
    }
  }
}
