extension Dictionary<String, Int> {
  /// The names with their counts, the largest count first; of equals the one with the lesser bytes.
  var largestFirst: [(name: String, value: Int)] {
    map { ($0.key, $0.value) }.sorted { left, right in
      left.1 != right.1 ? left.1 > right.1 : left.0.utf8.lexicographicallyPrecedes(right.0.utf8)
    }
  }
}

extension Dictionary where Key == String {
  /// The names with their values, sorted by the bytes of the names.
  var sortedByBytes: [(name: String, value: Value)] {
    map { ($0.key, $0.value) }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }
}
