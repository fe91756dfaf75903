/// The name of a person as names are compared: without regard to capitals and to how accents are encoded, without blanks
/// around it, and without what cannot be seen.
package struct PersonName: Equatable {
  private var name = ""

  /// Takes a name as somebody wrote it.
  package init(_ written: String) {
    let scalars = written.lowercased().unicodeScalars.filter { !Self.isInvisible($0) }
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return }
    for scalar in scalars[first...last] { name.unicodeScalars.append(scalar) }
  }

  /// True when nothing of it can be seen.
  package var isEmpty: Bool { name.isEmpty }

  /// True for what shows nothing and is no blank: two people must not seem to be one, nor one two.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace { return false }
    return scalar.properties.isDefaultIgnorableCodePoint
      || [.control, .format].contains(scalar.properties.generalCategory)
  }
}
