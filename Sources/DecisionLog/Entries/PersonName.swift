/// The name of a person as names are compared: without regard to capitals and to how accents are encoded, and without
/// what cannot be seen around it.
package struct PersonName: Equatable {
  private var name = ""

  /// Takes a name as somebody wrote it.
  package init(_ written: String) {
    let scalars = Array(written.lowercased().unicodeScalars)
    let isSeen = { (scalar: Unicode.Scalar) in
      !scalar.properties.isWhitespace && scalar.value >= 0x20
    }
    guard let first = scalars.firstIndex(where: isSeen),
      let last = scalars.lastIndex(where: isSeen)
    else { return }
    for scalar in scalars[first...last] { name.unicodeScalars.append(scalar) }
  }

  /// True when nothing of it can be seen.
  package var isEmpty: Bool { name.isEmpty }
}
