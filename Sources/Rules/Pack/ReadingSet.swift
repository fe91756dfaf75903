/// Some of the readings that a matcher can look at.
package struct ReadingSet: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The set of some readings; the text alone when none are named.
  package init(_ readings: [Matcher.Reading]?) {
    self = (readings ?? [.text]).reduce(into: []) { $0.formUnion(Self($1)) }
  }

  /// The readings of the posts that are answered or quoted.
  package static let ofContext = ReadingSet([.replyTo, .quote, .context, .contextMentions])

  /// The set of one reading.
  package init(_ reading: Matcher.Reading) {
    self.rawValue =
      switch reading {
      case .text: 1
      case .hashtags: 2
      case .mentions: 4
      case .urls: 8
      case .emoji: 16
      case .alt: 32
      case .replyTo: 64
      case .quote: 128
      case .context: 256
      case .contextMentions: 512
      }
  }
}
