/// Which readings of which parts something applies to: a set of ``View`` × ``Origin``.
package struct SegmentKinds: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The set that holds one view of the parts of one origin.
  package init(_ view: View, _ origin: Origin) {
    self.rawValue =
      1 << (UInt32(origin.rawValue) * UInt32(View.allCases.count) + UInt32(view.rawValue))
  }

  /// A reading of a part.
  package enum View: Int, Sendable, CaseIterable {
    /// The words as a reader takes them in: normalised, handles and links blanked, hashtags as words.
    case text
    /// The hashtags alone, as words, one a line.
    case hashtags
    /// The handles alone, with their at sign, one a line.
    case mentions
    /// The links alone, one a line.
    case urls
    /// The emoji alone, by name, one a line.
    case emoji
  }

  /// Where a part comes from.
  package enum Origin: Int, Sendable, CaseIterable {
    /// The author's own posts: the text and the thread.
    case own
    /// The descriptions of the author's pictures.
    case alt
    /// The post that is answered.
    case replyTo
    /// The post that is quoted.
    case quote
  }
}
