/// The name of a person as names are compared: without regard to capitals, and without what cannot be seen around it.
package struct PersonName: Equatable {
  private let scalars: ArraySlice<Unicode.Scalar>

  /// Takes a name as somebody wrote it.
  package init(_ name: String) {
    let scalars = Array(name.lowercased().unicodeScalars)
    let isSeen = { (scalar: Unicode.Scalar) in
      !scalar.properties.isWhitespace && scalar.value >= 0x20
    }
    guard let first = scalars.firstIndex(where: isSeen),
      let last = scalars.lastIndex(where: isSeen)
    else {
      self.scalars = []
      return
    }
    self.scalars = scalars[first...last]
  }

  /// True when nothing of it can be seen.
  package var isEmpty: Bool { scalars.isEmpty }
}
