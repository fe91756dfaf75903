/// The characters that one place of a pattern accepts: never fewer than PCRE2 does.
///
/// ASCII is known exactly; of the rest only as much as the analysis needs. That K and S also match
/// U+212A and U+017F when case is ignored is left out: who scans text must look for those two.
package struct ScalarSet: Sendable, Hashable {
  /// The ASCII characters in it.
  package var ascii: ASCIISet
  /// The characters beyond ASCII that may be in it.
  package var beyond: Beyond

  /// What of Unicode beyond ASCII a set may hold.
  package enum Beyond: Sendable, Hashable {
    /// Nothing.
    case none
    /// Only decimal digits of other scripts.
    case digits
    /// Only white space beyond ASCII.
    case spaces
    /// Only these characters.
    case listed([UInt32])
    /// Anything.
    case any
  }

  /// Makes a set.
  package init(_ ascii: ASCIISet, beyond: Beyond = .none) {
    self.ascii = ascii
    self.beyond = beyond
  }

  /// Every character.
  package static let all = ScalarSet(.all, beyond: .any)
  /// No character.
  package static let empty = ScalarSet(ASCIISet())
  /// `\d`.
  package static let digits = ScalarSet(.digits, beyond: .digits)
  /// `\w`.
  package static let word = ScalarSet(.word, beyond: .any)
  /// `\s`.
  package static let space = ScalarSet(.space, beyond: .spaces)

  /// Whether it holds white space and hyphens, and nothing else: what stands between words.
  package var isGap: Bool {
    !ascii.isEmpty && ascii.isSubset(of: .gap) && (beyond == .none || beyond == .spaces)
  }

  /// Whether nothing is in it.
  package var isEmpty: Bool { ascii.isEmpty && beyond == .none }

  /// What PCRE2 may match of the characters outside a set of which ASCII is known exactly.
  package var complement: ScalarSet { ScalarSet(ascii.complement, beyond: .any) }

  /// What is in either set.
  package func union(_ other: ScalarSet) -> ScalarSet {
    ScalarSet(ascii.union(other.ascii), beyond: Self.union(beyond, other.beyond))
  }

  /// Whether some character may be in both sets; ASCII decides where both hold some of it.
  package func overlaps(_ other: ScalarSet) -> Bool {
    if !ascii.isEmpty, !other.ascii.isEmpty { return !ascii.intersection(other.ascii).isEmpty }
    switch (beyond, other.beyond) {
    case (.none, _), (_, .none): return false
    case (.listed(let left), .listed(let right)): return !Set(left).isDisjoint(with: right)
    case (.listed, .digits), (.digits, .listed): return false
    default: return true
    }
  }

  /// Answers whether every character of the set is one of these of ASCII, or a digit if they are.
  package func lies(within members: ASCIISet) -> Bool {
    guard ascii.isSubset(of: members) else { return false }
    return beyond == .none || beyond == .digits && members == .digits
  }

  private static func union(_ left: Beyond, _ right: Beyond) -> Beyond {
    switch (left, right) {
    case (.none, let other), (let other, .none): other
    case (.digits, .digits): .digits
    case (.spaces, .spaces): .spaces
    case (.listed(let left), .listed(let right)):
      left.count + right.count <= 16 ? .listed(left + right) : .any
    default: .any
    }
  }
}
