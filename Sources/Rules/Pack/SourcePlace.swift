/// A place in a file of a rule pack.
package struct SourcePlace: Sendable, Hashable, Comparable {
  /// The path of the file, relative to the pack's folder.
  package let file: String
  /// The line, counted from 1.
  package let line: Int
  /// The column in Unicode scalars, counted from 1.
  package let column: Int

  /// Makes a place.
  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  package static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    if left.file != right.file {
      return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
    }
    return (left.line, left.column) < (right.line, right.column)
  }
}

/// A value of a rule pack together with the place where it was written.
package struct Placed<Value: Sendable>: Sendable {
  /// The value.
  package let value: Value
  /// Where it stands.
  package let place: SourcePlace

  /// Pairs a value with its place.
  package init(_ value: Value, at place: SourcePlace) {
    self.value = value
    self.place = place
  }
}

extension Placed: Equatable where Value: Equatable {}
