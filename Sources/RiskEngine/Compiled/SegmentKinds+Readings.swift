package import PostText
package import Rules

extension SegmentKinds {
  /// The segments that a rule's readings stand for.
  package init(_ readings: [Matcher.Reading]) {
    self = readings.reduce(into: []) { kinds, reading in
      kinds.formUnion(Self.segments(of: reading))
    }
  }

  private static func segments(of reading: Matcher.Reading) -> SegmentKinds {
    switch reading {
    case .text: [.init(.text, .own), .init(.text, .alt)]
    case .alt: [.init(.text, .alt)]
    case .replyTo: [.init(.text, .replyTo)]
    case .quote: [.init(.text, .quote)]
    case .context: [.init(.text, .replyTo), .init(.text, .quote)]
    case .hashtags: [.init(.hashtags, .own), .init(.hashtags, .alt)]
    case .mentions: [.init(.mentions, .own), .init(.mentions, .alt)]
    case .urls: [.init(.urls, .own), .init(.urls, .alt)]
    case .emoji: [.init(.emoji, .own), .init(.emoji, .alt)]
    }
  }
}
