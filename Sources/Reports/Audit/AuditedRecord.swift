package import RiskEngine
package import Rules

/// What an audit says of one record of its input: one line of its result.
package struct AuditedRecord: Sendable, Equatable {
  /// The record's place in the order of reading, over all inputs, from 0.
  package var index: Int
  /// The post's own identifier.
  package var id: String?
  /// Where the record stands in the input.
  package var source: Source
  /// What became of it.
  package var outcome: Outcome

  /// Gathers what an audit says of a record.
  package init(index: Int, id: String?, source: Source, outcome: Outcome) {
    self.index = index
    self.id = id
    self.source = source
    self.outcome = outcome
  }

  /// Where a record stands.
  package struct Source: Sendable, Equatable {
    /// The file, or the member of an archive.
    package var file: String
    /// The record's number in the file, from 1.
    package var record: Int
    /// The line on which it begins, from 1.
    package var line: Int

    /// Names a place.
    package init(file: String, record: Int, line: Int) {
      self.file = file
      self.record = record
      self.line = line
    }
  }

  /// What became of a record.
  package enum Outcome: Sendable, Equatable {
    /// It was checked.
    case checked(AuditedPost)
    /// It was left out on purpose, for a reason such as `private`.
    case skipped(String)
    /// It could not be read, and so was not checked.
    case failed(Record.Failure)
  }
}

/// A post of an archive and what the rules made of it.
package struct AuditedPost: Sendable, Equatable {
  /// The SHA-256 of its text, in hexadecimal digits.
  package var textSHA256: String
  /// The account that published it, without the at sign.
  package var account: String?
  /// When it was published, as `2024-05-01T12:00:00Z`, when the archive says so.
  package var time: String?
  /// Whose words it spreads: `original`, `reply`, `retweet` or `quote`.
  package var kind: String
  /// True when it had been deleted before the archive was made.
  package var isDeleted: Bool
  /// The verdict of all that was found, whether it is listed below or filtered away, but for what a baseline knows.
  package var verdict: Verdict
  /// The score, 0 to 100.
  package var score: Int
  /// What was found and is listed, sorted by severity, place and rule.
  package var findings: [AuditedFinding]
  /// What was not read, and why.
  package var notChecked: [Assessment.NotChecked]
  /// The political sides that the post names, by their ids.
  package var sides: [String]
  /// What other rules would make of it; `nil` when there are none, or when they agree.
  package var replay: Replay?
  /// The parts in which something is listed, as they may be shown: scalar by scalar what the author wrote, a bullet in
  /// the place of each that is hidden.
  package var shown: [ShownPart]
  /// What a baseline knows of all that was found; it is not listed.
  package var known: [BaselineMark] = []
  /// What a baseline would know each listed finding by, in the order of ``findings``; nothing without a baseline.
  package var new: [BaselineMark] = []
  /// True when something was found and a baseline knows all of it; the verdict then says nothing.
  package var isKnown = false

  /// Gathers what is known of a post.
  package init(
    textSHA256: String, account: String?, time: String?, kind: String, isDeleted: Bool,
    verdict: Verdict, score: Int, findings: [AuditedFinding] = [],
    notChecked: [Assessment.NotChecked] = [], sides: [String] = [], shown: [ShownPart] = []
  ) {
    self.textSHA256 = textSHA256
    self.account = account
    self.time = time
    self.kind = kind
    self.isDeleted = isDeleted
    self.verdict = verdict
    self.score = score
    self.findings = findings
    self.notChecked = notChecked
    self.sides = sides
    self.shown = shown
  }

  /// True when something that should have been checked could not be.
  package var isIncomplete: Bool {
    notChecked.contains { $0.isFailure }
  }

  /// The text of a part as it may be shown.
  package struct ShownPart: Sendable, Equatable {
    /// The part, such as `text` or `thread[1]`.
    package var part: String
    /// Its text.
    package var text: String

    /// Pairs a part with its text.
    package init(part: String, text: String) {
      self.part = part
      self.text = text
    }
  }
}

/// A finding in a post of an archive, with the words that go with it.
package struct AuditedFinding: Sendable, Equatable {
  /// The rule's id.
  package var rule: String
  /// The rule's category.
  package var category: String
  /// How bad it is.
  package var severity: Severity
  /// The points it is worth.
  package var points: Int
  /// The part in which it was found, such as `text`.
  package var part: String
  /// Where in the part, half-open, in Unicode scalars.
  package var span: Range<Int>
  /// The words that matched, as they may be shown.
  package var match: String
  /// The rule's title.
  package var title: String
  /// What the words may be read as.
  package var readsAs: String
  /// What to write instead.
  package var advice: String
  /// Why it matters.
  package var why: String

  /// Gathers what is known of a finding.
  package init(
    rule: String, category: String, severity: Severity, points: Int, part: String,
    span: Range<Int>, match: String, title: String, readsAs: String, advice: String, why: String
  ) {
    self.rule = rule
    self.category = category
    self.severity = severity
    self.points = points
    self.part = part
    self.span = span
    self.match = match
    self.title = title
    self.readsAs = readsAs
    self.advice = advice
    self.why = why
  }
}
