/// What a reader says of a post, which rules are held against.
package enum PostLabel: Sendable, Equatable {
  /// Fine to publish; whatever is found in it is a false alarm.
  case ordinary
  /// A risk, with the categories that a careful reader names, the main one first; none when nobody named them.
  case risky([String])

  /// The categories that the reader names.
  package var categories: [String] {
    switch self {
    case .ordinary: []
    case .risky(let categories): categories
    }
  }
}
