/// How long a post is in the count of a network, and whether it may be published.
package struct WeightedLength: Sendable, Equatable {
  /// The length, in weighted characters.
  package let length: Int
  /// The length in thousandths of the greatest that is allowed.
  package let permillage: Int
  /// True when the post is neither empty nor too long and has no forbidden character.
  package let isValid: Bool
  /// The whole text, in UTF-16 code units.
  package let displayRange: Range<Int>
  /// The start of the text that would still fit, in UTF-16 code units.
  package let validRange: Range<Int>
}
