import Rules

/// Says in plain words what a fact of a draft is.
enum FactWords {
  /// A fact that a rule asks about.
  static func words(_ fact: Fact) -> String {
    switch fact {
    case .isReply(let holds): holds ? "the post is a reply" : "the post is no reply"
    case .isQuote(let holds): holds ? "the post quotes another" : "the post quotes no other"
    case .hasMedia(let holds): holds ? "the post has pictures" : "the post has no pictures"
    case .isThread(let holds): holds ? "the post is a thread" : "the post is no thread"
    case .altTextMissing(let holds):
      holds ? "a picture has no description" : "every picture has a description"
    case .parentTextMissing(let holds):
      holds
        ? "the text of the post that is answered or quoted was not supplied"
        : "the text of the post that is answered or quoted was supplied"
    case .purpose(let values): "the purpose of the post is " + choice(values)
    case .caseStage(let values): "the stage of the case is " + choice(values)
    case .channel(let values): "the channel is " + choice(values)
    case .account(let values): "the account is " + choice(values)
    case .nation(let values): "the nation is " + choice(values)
    case .isBilingual(let holds):
      holds ? "the account is bilingual" : "the account is not bilingual"
    case .calendar(let names): "the day lies in the calendar " + choice(names)
    case .isLifeAtRisk(let holds):
      holds ? "the post is declared as life at risk" : "the post is not declared as life at risk"
    }
  }

  /// What surrounds an example, in words, in a fixed order.
  static func surroundings(of example: Example) -> [String] {
    var words: [String] = []
    if let parent = example.replyTo { words.append("Answering: “\(parent)”") }
    if let quote = example.quote { words.append("Quoting: “\(quote)”") }
    words += example.thread.map { "Next post of the thread: “\($0)”" }
    words += example.media.map { alt in
      alt.map { "With a picture described as “\($0)”" } ?? "With a picture without a description"
    }
    for (key, label) in labels {
      guard let value = example.facts[key] else { continue }
      words.append("\(label): \(Handbook.spaced(value))")
    }
    return words
  }

  private static let labels = [
    ("account.kind", "Account"), ("account.nation", "Nation"),
    ("account.bilingual", "Bilingual account"), ("at", "Sent on"), ("purpose", "Purpose"),
    ("case_stage", "Stage of the case"), ("channel", "Channel"), ("urgency", "Urgency"),
  ]

  private static func choice(_ values: [String]) -> String {
    values.map { "“\(Handbook.spaced($0))”" }.joined(separator: " or ")
  }
}
