import Audit
import Reports
import Rules

/// Walks through the findings of a result with a person, and says what the answers come to.
struct ReviewRun {
  /// The most rules or categories that a message names.
  private static let mostNames = 40

  /// The result.
  let result: String
  /// The file of answers.
  let labels: String
  /// Which findings are asked about.
  let choice: ReviewChoice
  /// The place where findings are shown.
  let look: TextReport.Look

  /// Shows one finding after another until there is none, the person quits, or the program is asked to end.
  func walk() throws(CommandFault) {
    StopSignal.listen()
    let file = try LabelFile(labels, isForReading: false)
    var gathered = try gather(file.answers)
    let items = gathered.gathered()
    var session = ReviewSession(items, answers: file.answers)
    let page = ReviewPage(look: look)
    let keys = KeyReader()
    defer { keys.restore() }
    try show(session, on: page, isTerminal: keys.isTerminal)
    while !session.isOver {
      // Nobody at a pipe would see that all are through.
      if !keys.isTerminal, session.current == nil { break }
      switch keys.next() {
      case .end: _ = session.follow(.quit)
      case .stopped:
        keys.restore()
        try say("\n")
        throw .exit(StopSignal.exitCode)
      case .other: try say("\(ReviewPage.keys)\n")
      case .pressed(let key):
        guard let command = ReviewCommand(key: key) else {
          // At a terminal, Enter after a key is a habit, and no key of its own.
          if key != UInt8(ascii: "\n") { try say("\(ReviewPage.keys)\n") }
          continue
        }
        try follow(command, in: &session, file: file, on: page, isTerminal: keys.isTerminal)
      }
    }
    try say("\n")
    try deliver(
      page.summary(
        gathered.reviews(of: items, by: session.answers), isSample: choice.sample != nil))
    Console.complain(
      "tweetlint: \(session.answered) answered now; all answers are in "
        + TerminalText.shown(labels))
  }

  /// Says what the answers come to, without asking for more.
  func summarise() throws(CommandFault) {
    let answers = try LabelFile(labels, isForReading: true).answers
    var gathered = try gather(answers)
    let items = gathered.gathered()
    try deliver(
      ReviewPage(look: look).summary(
        gathered.reviews(of: items, by: answers), isSample: choice.sample != nil))
  }

  /// Writes the findings that were called wrong as examples.
  func exportPasses(to path: String) throws(CommandFault) {
    let answers = try LabelFile(labels, isForReading: true).answers
    var gathered = try gather(answers)
    let export = PassesExport(gathered.gathered().filter { answers[$0.key] == .wrong })
    try CommandOutput.deliver(export.bytes, to: path)
    var words =
      "tweetlint: wrote \(Wording.count(export.count, "example", "examples")) to "
      + TerminalText.shown(path)
    if export.hidden > 0 {
      words +=
        "; in \(export.hidden) bullets stand for hidden words, which made-up ones must replace"
    }
    if export.unwritable > 0 {
      words += "; \(export.unwritable) with two brackets in a row "
      words += (export.unwritable == 1 ? "is" : "are") + " left as comments"
    }
    Console.complain(words)
  }

  // MARK: - Steps

  private func gather(_ answers: [ReviewKey: ReviewAnswer]) throws(CommandFault) -> ReviewItems {
    var items = ReviewItems(choice, answers: answers)
    var read = 0
    let end = try ResultFile(result).read { batch throws(AuditStop) in
      for record in batch.records { items.add(record) }
      read += batch.records.count
    }
    if end == nil || end?.read != read {
      Console.complain(
        "tweetlint: \(TerminalText.shown(result)): the result was not finished; "
          + "findings may be missing")
    }
    try check(choice.rules, among: items.rules, noun: ("rule", "rules"))
    try check(choice.categories, among: items.categories, noun: ("category", "categories"))
    return items
  }

  /// Refuses to review nothing because of a slip of the hand.
  private func check(
    _ chosen: Set<String>, among found: Set<String>, noun: (one: String, many: String)
  ) throws(CommandFault) {
    guard let unknown = chosen.sorted().first(where: { !found.contains($0) }) else { return }
    let known = found.sorted()
    let hint: String
    if let nearest = Nearest.to(unknown, among: known) {
      hint = "Did you mean `\(nearest)`?"
    } else if known.isEmpty {
      hint = "There are no findings in it."
    } else if known.count > Self.mostNames {
      hint = "`tweetlint audit report \(result)` names those with most findings."
    } else {
      hint = "The \(noun.many) of its findings: \(Wording.list(known, joiner: "and"))."
    }
    throw .message("no finding in \(result) is of the \(noun.one) `\(unknown)`. \(hint)")
  }

  private func follow(
    _ command: ReviewCommand, in session: inout ReviewSession, file: LabelFile,
    on page: ReviewPage, isTerminal: Bool
  ) throws(CommandFault) {
    switch session.follow(command) {
    case .keeps(let label):
      try file.add(label)
      if isTerminal { try say("\(label.answer.rawValue)\n") }
      try show(session, on: page, isTerminal: isTerminal)
    case .shows: try show(session, on: page, isTerminal: isTerminal)
    case .isFirst: try say("This is the first one.\n")
    case .isLast: try say("There is none after it: b goes back, q ends.\n")
    case .helps: try deliver(page.help())
    case .ends: break
    }
  }

  private func show(
    _ session: ReviewSession, on page: ReviewPage, isTerminal: Bool
  ) throws(CommandFault) {
    guard let item = session.current else {
      return try say(
        session.items.isEmpty
          ? "There is no finding to answer: q ends.\n"
          : "\nAll \(session.items.count) are through: b goes back, q ends.\n")
    }
    try deliver(
      page.shown(
        item.finding, in: item.post, of: item.record,
        at: ReviewPage.Standing(
          number: session.number, total: session.items.count,
          answer: session.standing?.rawValue)))
    if isTerminal { try say("\(ReviewPage.keys) ") } else { try say("\(ReviewPage.keys)\n") }
  }

  private func say(_ words: String) throws(CommandFault) {
    try CommandOutput.deliver(words)
  }

  private func deliver(_ bytes: [UInt8]) throws(CommandFault) {
    try CommandOutput.deliver(bytes)
  }
}
