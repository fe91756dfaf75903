import PostText
import Rules

/// The counts and shares of a post that rules can ask about; replied-to and quoted posts do not count.
enum Measuring {
  /// Whether a measure of a draft lies within the bounds of a test, either of which may be left out.
  static func holds(
    _ test: Matcher.MeasureTest, of facts: DraftFacts, in view: borrowing PostView
  ) -> Bool {
    let value = value(of: test.measure, in: view, facts)
    return value >= test.minimum ?? .min && value <= test.maximum ?? .max
  }

  /// The value of a measure over the author's own parts.
  private static func value(
    of measure: MeasureName, in view: borrowing PostView, _ facts: DraftFacts
  ) -> Int {
    switch measure {
    case .words: return total(view) { $0.wordCount }
    case .emojiRun: return most(view) { $0.longestEmojiRun }
    case .emojiCount: return total(view) { $0.emojiCount }
    case .capsWords: return most(view) { $0.capitalWords.count }
    case .capsShare: return most(view) { Int($0.shareOfCapitals * 100) }
    case .fancyLetters: return total(view) { $0.fancyLetterCount }
    case .hashtags: return total(view) { $0.hashtagCount }
    case .lowercaseHashtags: return total(view) { $0.runTogetherHashtags.count }
    case .mentions:
      return total(view, lines: SegmentKinds(.mentions, .own))
    case .missingAlt: return facts.missingAltCount
    case .weightedLength: return weightedLength(of: facts.text)
    }
  }

  private static func weightedLength(of text: String) -> Int {
    var meter = LengthMeter()
    var text = text
    return text.withUTF8 { meter.measure($0).length }
  }

  /// Whether a part is a post of the author's own.
  static func own(_ part: Part) -> Bool {
    switch part.name {
    case .text, .thread, .spoiler, .choice: true
    case .alt, .replyTo, .quote: false
    }
  }

  private static func total(_ view: borrowing PostView, _ count: (Measures) -> Int) -> Int {
    view.parts.reduce(0) { own($1) ? $0 + count($1.measures) : $0 }
  }

  private static func most(_ view: borrowing PostView, _ count: (Measures) -> Int) -> Int {
    view.parts.reduce(0) { own($1) ? max($0, count($1.measures)) : $0 }
  }

  private static func total(_ view: borrowing PostView, lines kind: SegmentKinds) -> Int {
    var lines = 0
    for segment in view.segments where segment.kind == kind {
      lines += view.bytes[segment.range].count { $0 == UInt8(ascii: "@") }
    }
    return lines
  }
}

/// Where a finding is shown that rests on a measure.
enum MeasurePlace {
  /// The author's part, and its bytes, that has most of what the first measure counted that has a place;
  /// else the whole first part.
  static func place(
    of tests: [ProgramTest], in view: borrowing PostView
  ) -> (part: Int, span: Range<Int>) {
    for measure in tests.flatMap(measures) {
      var best: (part: Int, span: Range<Int>, amount: Int)?
      for index in view.parts.indices where Measuring.own(view.parts[index]) {
        let counts = view.parts[index].measures
        guard let found = span(of: measure, counts, view) else { continue }
        if best.map({ found.amount > $0.amount }) ?? true {
          best = (index, found.span, found.amount)
        }
      }
      if let best { return (best.part, best.span) }
    }
    return (0, 0..<(view.parts.first?.range.count ?? 0))
  }

  private static func measures(in test: ProgramTest) -> [MeasureName] {
    switch test {
    case .measure(let test): [test.measure]
    case .all(let tests), .any(let tests), .someOf(let tests, _): tests.flatMap(measures)
    case .pattern, .none, .fact: []
    }
  }

  private static func span(
    of measure: MeasureName, _ measures: Measures, _ view: borrowing PostView
  ) -> (span: Range<Int>, amount: Int)? {
    switch measure {
    case .emojiRun:
      let run = measures.longestEmojiRun
      return run > 0 ? (measures.longestEmojiRange, run) : nil
    case .fancyLetters:
      let count = measures.fancyLetterCount
      return count > 0 ? (measures.fancyLetterRange, count) : nil
    case .capsWords, .capsShare:
      let words = measures.capitalWords
      guard let first = words.first, let last = words.last else { return nil }
      return (
        view.measured[first].lowerBound..<view.measured[last].upperBound,
        measure == .capsWords ? words.count : Int(measures.shareOfCapitals * 100)
      )
    case .lowercaseHashtags:
      let tags = measures.runTogetherHashtags
      return tags.first.map { (view.measured[$0], tags.count) }
    case .words, .emojiCount, .hashtags, .mentions, .missingAlt, .weightedLength:
      return nil
    }
  }
}
