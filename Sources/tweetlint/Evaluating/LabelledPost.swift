import PostText
import RiskEngine

/// A draft with what a reader says of it.
struct LabelledPost {
  /// The post's own identifier.
  let id: String
  /// The draft.
  let draft: Draft
  /// What a reader says of it.
  let label: PostLabel
  /// The value of the key that posts are grouped by.
  let group: String?
}

/// The labelled posts of one input.
struct LabelledSet {
  /// The input's name for messages and reports.
  let name: String
  /// The SHA-256 of the input, in hexadecimal digits.
  let sha256: String
  /// The posts that were asked for, in the order of the input.
  let posts: [LabelledPost]

  /// The places of the posts by the value that they have in common, in byte order of the values; all of them
  /// together when they are not grouped.
  var groups: [(name: String?, posts: [Int])] {
    Dictionary(grouping: posts.indices) { posts[$0].group }
      .sorted { ($0.key ?? "").utf8.lexicographicallyPrecedes(($1.key ?? "").utf8) }
      .map { ($0.key, $0.value) }
  }
}
