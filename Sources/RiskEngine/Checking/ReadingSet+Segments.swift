import PostText
import Rules

extension ReadingSet {
  /// The readings that a segment belongs to.
  init(of kind: SegmentKinds) {
    self = Self.sets[kind.rawValue.trailingZeroBitCount]
  }

  /// The readings by the number of the segment's kind.
  ///
  /// Reckoned with plain bits: a draft would wait longer for the generic code of sets to be made ready than to be read.
  private static let sets = (0..<32).map { bit in
    var readings: UInt32 = 0
    for reading in Matcher.Reading.allCases where segments(of: reading) >> UInt32(bit) & 1 == 1 {
      readings |= ReadingSet(reading).rawValue
    }
    return ReadingSet(rawValue: readings)
  }

  private static func segments(of reading: Matcher.Reading) -> UInt32 {
    func bits(_ view: SegmentKinds.View, _ origin: SegmentKinds.Origin) -> UInt32 {
      SegmentKinds(view, origin).rawValue
    }
    return switch reading {
    case .text: bits(.text, .own) | bits(.text, .alt)
    case .alt: bits(.text, .alt)
    case .replyTo: bits(.text, .replyTo)
    case .quote: bits(.text, .quote)
    case .context: bits(.text, .replyTo) | bits(.text, .quote)
    case .contextMentions: bits(.mentions, .replyTo) | bits(.mentions, .quote)
    case .hashtags: bits(.hashtags, .own) | bits(.hashtags, .alt)
    case .mentions: bits(.mentions, .own) | bits(.mentions, .alt)
    case .urls: bits(.urls, .own) | bits(.urls, .alt)
    case .emoji: bits(.emoji, .own) | bits(.emoji, .alt)
    }
  }
}
