import PostText
import Rules

extension ReadingSet {
  /// The readings that a segment belongs to.
  init(of kind: SegmentKinds) {
    self = Self.sets[kind.rawValue.trailingZeroBitCount]
  }

  /// The readings by the number of the segment's kind.
  private static let sets = (0..<32).map { bit in
    let kind = SegmentKinds(rawValue: 1 << UInt32(bit))
    return Matcher.Reading.allCases.reduce(into: ReadingSet()) { set, reading in
      if segments(of: reading).contains(kind) { set.formUnion(ReadingSet(reading)) }
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
