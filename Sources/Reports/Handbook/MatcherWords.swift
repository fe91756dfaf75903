import Rules

/// Says in plain words what a matcher looks for.
struct MatcherWords {
  /// The handbook that the words are for.
  let handbook: Handbook

  /// How many terms are written out in a line; more are folded away.
  private static let shortest = 6
  /// How long an expression may be before it is folded away.
  private static let shortExpression = 48

  /// Writes a matcher as the content of an item of a list.
  ///
  /// - Parameters:
  ///   - matcher: The matcher.
  ///   - tail: What is said of it besides, before anything that is folded away or listed below it.
  ///   - page: Where it is written.
  func write(_ matcher: Matcher, tail: String = "", to page: inout HTMLWriter) {
    let tail = Self.circumstances(of: matcher) + tail
    switch matcher.test {
    case .words(let terms): write(terms, tail, to: &page)
    case .pattern(let test): write(test, tail, to: &page)
    case .near(let nearness):
      page.text("near each other" + Self.manner(of: nearness) + tail + ":")
      items(nearness.items, to: &page)
    case .all(let matchers):
      page.text("all of these, anywhere in the draft\(tail):")
      items(matchers, to: &page)
    case .any(let matchers):
      page.text("one of these\(tail):")
      items(matchers, to: &page)
    case .none(let matchers):
      page.text("none of these\(tail):")
      items(matchers, to: &page)
    case .someOf(let kinds):
      let least = Wording.count(matcher.atLeast, "kind", "kinds")
      page.text("at least \(least) of these, each counted once\(tail):")
      items(kinds.map(\.matcher), to: &page)
    case .scope(let id):
      page.element("a", ["href": "#scope-\(id)"], text: handbook.scopes[id]?.title ?? id)
      page.element("span", ["class": "kind"], text: " (reading)")
      page.text(tail)
    case .facts(let facts):
      page.text(facts.map(FactWords.words).joined(separator: ", and ") + tail)
    case .measure(let test): page.text(Self.words(of: test) + tail)
    }
  }

  /// Writes a condition as the content of an item of a list.
  ///
  /// - Parameters:
  ///   - condition: The condition.
  ///   - isRaising: Whether it raises the severity or lowers it; `nil` when it does neither.
  ///   - page: Where it is written.
  func write(_ condition: Condition, isRaising: Bool? = nil, to page: inout HTMLWriter) {
    var tail = reach(of: condition)
    if let isRaising {
      let level = "one level \(isRaising ? "higher" : "lower")"
      tail += "; then it is " + (condition.to?.rawValue ?? level)
    }
    write(condition.matcher, tail: tail, to: &page)
  }

  private func reach(of condition: Condition) -> String {
    let side =
      switch condition.side {
      case .before: "before what was found"
      case .after: "after what was found"
      case .either: "of what was found"
      }
    switch condition.distance {
    case .words(let count)?: return ", within \(Wording.count(count, "word", "words")) \(side)"
    case .sentence?:
      return ", in the same sentence" + (condition.side == .either ? "" : " \(side)")
    case nil:
      guard case .scope(let id) = condition.matcher.test else { return "" }
      switch handbook.scopes[id]?.covers {
      case .span: return ", where what was found lies inside it"
      case .sentence: return ", in the same sentence"
      case .post, nil: return ""
      }
    }
  }

  private func items(_ matchers: [Matcher], to page: inout HTMLWriter) {
    page.element("ul") { page in
      for matcher in matchers { page.element("li") { write(matcher, to: &$0) } }
    }
  }

  // MARK: - Terms and expressions

  private func write(_ terms: Matcher.Terms, _ tail: String, to page: inout HTMLWriter) {
    for (index, list) in terms.lists.enumerated() {
      page.text(index == 0 ? "a term of " : " or of ")
      page.element(
        "a", ["href": "#list-\(list.value)"], text: handbook.lists[list.value]?.title ?? list.value)
    }
    if !terms.lists.isEmpty { page.element("span", ["class": "kind"], text: " (list)") }
    if !terms.lists.isEmpty, !terms.terms.isEmpty { page.text(", or ") }
    let written = terms.terms.map(\.value)
    if !written.isEmpty, written.count <= Self.shortest {
      for (index, term) in written.enumerated() {
        page.text(index == 0 ? "" : index == written.count - 1 ? " or " : ", ")
        page.element("code", text: handbook.withheld.shown(term))
      }
    } else if !written.isEmpty {
      page.text("one of \(written.count) terms")
    }
    var manner = ""
    switch terms.letterCase {
    case .capitals: manner += ", capitals as written"
    case .exact: manner += ", in exactly these letters"
    case .ignore, nil: break
    }
    if terms.isMasked { manner += ", starred out too" }
    page.text(manner + tail)
    if written.count > Self.shortest { fold(written, "the terms", to: &page) }
  }

  /// Writes terms that open when they are asked for.
  func fold(_ terms: [String], _ title: String, to page: inout HTMLWriter) {
    page.element("details") { page in
      page.element("summary", text: title)
      page.element("ul", ["class": "terms"]) { page in
        for term in terms {
          page.element("li") { $0.element("code", text: handbook.withheld.shown(term)) }
        }
      }
    }
  }

  private func write(_ test: Matcher.PatternTest, _ tail: String, to page: inout HTMLWriter) {
    let source = handbook.withheld.shown(test.source.value, isExpression: true)
    let isShort = source.unicodeScalars.count <= Self.shortExpression
    page.text(isShort ? "text of the shape " : "text of a certain shape")
    if isShort { page.element("code", text: source) }
    for use in test.validators {
      let part = use.group.map { "its part “\($0)”" } ?? "it"
      page.text(", if \(part) passes the check “\(Handbook.spaced(use.validator.rawValue))”")
    }
    page.text(tail)
    guard !isShort else { return }
    page.element("details") { page in
      page.element("summary", text: "the shape, as a regular expression")
      page.element("p") { $0.element("code", text: source) }
    }
  }

  // MARK: - Manner

  /// Where a matcher looks and how often it must find something, when that is not the usual.
  private static func circumstances(of matcher: Matcher) -> String {
    var words = ""
    if let readings = matcher.readings, readings != [.text] {
      words += " " + readings.map(place).joined(separator: " or ")
    }
    if case .someOf = matcher.test { return words }
    if matcher.atLeast > 1 { words += ", at least \(matcher.atLeast) times" }
    return words
  }

  private static func place(_ reading: Matcher.Reading) -> String {
    switch reading {
    case .text: "in the author's own words"
    case .hashtags: "in the hashtags, read as words"
    case .mentions: "in the names of accounts that are mentioned"
    case .urls: "in the links"
    case .emoji: "among the emoji, by their names"
    case .alt: "in the descriptions of pictures"
    case .replyTo: "in the post that is answered"
    case .quote: "in the post that is quoted"
    case .context: "in the post that is answered or quoted"
    case .contextMentions: "in the names of accounts in the post that is answered or quoted"
    }
  }

  private static func manner(of nearness: Matcher.Nearness) -> String {
    let order = nearness.isOrdered ? "in this order" : "in any order"
    let reach = nearness.crossesSentences ? "across sentences too" : "in one sentence"
    return
      ", \(reach), \(order), at most \(Wording.count(nearness.within, "word", "words")) between"
  }

  private static func words(of test: Matcher.MeasureTest) -> String {
    let name =
      switch test.measure {
      case .words: "the number of words"
      case .emojiRun: "the longest run of emoji"
      case .emojiCount: "the number of emoji"
      case .capsWords: "the number of words in capitals"
      case .capsShare: "the share of capitals, in per cent,"
      case .fancyLetters: "the number of fancy letters"
      case .hashtags: "the number of hashtags"
      case .lowercaseHashtags: "the number of hashtags of several words without capitals"
      case .mentions: "the number of mentions"
      case .missingAlt: "the number of pictures without a description"
      case .weightedLength: "the length, as X counts it,"
      }
    switch (test.minimum, test.maximum) {
    case (let low?, let high?): return "\(name) is \(low) to \(high)"
    case (let low?, nil): return "\(name) is \(low) or more"
    case (nil, let high?): return "\(name) is \(high) or less"
    case (nil, nil): return "\(name) is anything"
    }
  }
}
