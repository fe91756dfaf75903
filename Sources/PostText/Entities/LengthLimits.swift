/// How a network counts the length of a post.
package struct LengthLimits: Sendable, Equatable {
  /// A range of scalars that do not weigh the usual.
  package struct Range: Sendable, Equatable {
    /// The scalars of the range.
    package let scalars: ClosedRange<UInt32>
    /// What each weighs, in parts of ``LengthLimits/scale``.
    package let weight: Int
  }

  /// The greatest weighted length that may be published.
  package let maximum: Int
  /// How many parts of weight make a length of one.
  package let scale: Int
  /// What a scalar outside of all ranges weighs, and an emoji that counts as one.
  package let defaultWeight: Int
  /// The length that every link counts as.
  package let linkLength: Int
  /// The ranges that weigh differently; none divides ASCII.
  package let ranges: [Range]
  /// True when an emoji sequence counts as one character.
  package let countsEmojiAsOne: Bool

  /// X's first limits: 140 characters of any kind.
  package static let version1 = LengthLimits(
    maximum: 140, scale: 1, defaultWeight: 1, linkLength: 23, ranges: [], countsEmojiAsOne: false)

  /// X's second limits: 280, with scripts outside of Europe and its neighbours counting double.
  package static let version2 = LengthLimits(
    maximum: 280, scale: 100, defaultWeight: 200, linkLength: 23, ranges: light,
    countsEmojiAsOne: false)

  /// X's present limits: as the second, but an emoji counts two however it is made up.
  package static let version3 = LengthLimits(
    maximum: 280, scale: 100, defaultWeight: 200, linkLength: 23, ranges: light,
    countsEmojiAsOne: true)

  private static let light = [
    Range(scalars: 0...4351, weight: 100), Range(scalars: 8192...8205, weight: 100),
    Range(scalars: 8208...8223, weight: 100), Range(scalars: 8242...8247, weight: 100),
  ]

  /// What a scalar weighs.
  func weight(of scalar: UInt32) -> Int {
    for range in ranges where range.scalars.contains(scalar) { return range.weight }
    return defaultWeight
  }
}
