/// A post that a rule must find, or must leave alone.
package struct Example: Sendable {
  /// The text without its marks.
  package var text: String
  /// The byte ranges of ``text`` that were marked `[[…]]`; a finding must lie inside one of them.
  package var marks: [Range<Int>]
  /// The text of the post that is answered.
  package var replyTo: String?
  /// The text of the post that is quoted.
  package var quote: String?
  /// The further posts of the thread.
  package var thread: [String]
  /// The descriptions of pictures; `nil` for a picture without one.
  package var media: [String?]
  /// Facts by key, as a draft's front matter or an account's settings name them:
  /// `at`, `purpose`, `case_stage`, `channel`, `urgency`, `account.kind`, `account.nation`, `account.bilingual`.
  package var facts: [String: String]
  /// The severity that the finding must have.
  package var severity: Severity?
  /// Why the example is here.
  package var note: String?
  /// Where it stands.
  package var place: SourcePlace

  /// Gathers what a rule file says of an example.
  package init(
    text: String, marks: [Range<Int>] = [], replyTo: String? = nil, quote: String? = nil,
    thread: [String] = [], media: [String?] = [], facts: [String: String] = [:],
    severity: Severity? = nil, note: String? = nil, place: SourcePlace
  ) {
    self.text = text
    self.marks = marks
    self.replyTo = replyTo
    self.quote = quote
    self.thread = thread
    self.media = media
    self.facts = facts
    self.severity = severity
    self.note = note
    self.place = place
  }
}
