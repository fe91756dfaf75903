/// A mention, list, hashtag, cashtag or link in a post, as X would mark it up.
package struct Entity: Sendable, Hashable {
  /// What an entity is.
  package enum Kind: Sendable, Hashable {
    /// `@name`.
    case mention
    /// `@name/list`.
    case list
    /// `#tag`.
    case hashtag
    /// `$TICK`.
    case cashtag
    /// An address, with or without `https://`.
    case link
  }

  /// What the entity is.
  package let kind: Kind
  /// The bytes of the whole entity, its sign included.
  package let range: Range<Int>
  /// The bytes of its name: the account, the tag, the ticker or the link's host, without signs.
  package let name: Range<Int>

  /// Makes an entity from its place.
  package init(_ kind: Kind, _ range: Range<Int>, name: Range<Int>) {
    self.kind = kind
    self.range = range
    self.name = name
  }
}
