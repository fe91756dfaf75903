package import PostText
package import RiskEngine

/// One draft of a report and what became of it.
package struct Record: Sendable {
  /// The place of the draft in the order of reading, from 0.
  package var index: Int
  /// The file it came from; `nil` for standard input and for text given on the command line.
  package var file: String?
  /// The identifier that the draft has of itself.
  package var id: String?
  /// What became of it.
  package var outcome: Outcome

  /// Gathers what is known of a draft.
  package init(index: Int, file: String?, id: String? = nil, outcome: Outcome) {
    self.index = index
    self.file = file
    self.id = id
    self.outcome = outcome
  }

  /// What became of a draft.
  package enum Outcome: Sendable {
    /// It was checked.
    case checked(Checked)
    /// It could not be read, and so was not checked.
    case failed(Failure)
  }

  /// A draft that was checked.
  package struct Checked: Sendable {
    /// The draft.
    package var draft: Draft
    /// Where its parts stand in their file.
    package var places: [PartName: PartPlace]
    /// The SHA-256 of the part `text`, in hexadecimal digits.
    package var textSHA256: String
    /// What the check came to.
    package var assessment: Assessment

    /// Gathers a draft and its assessment.
    package init(
      draft: Draft, places: [PartName: PartPlace] = [:], textSHA256: String,
      assessment: Assessment
    ) {
      self.draft = draft
      self.places = places
      self.textSHA256 = textSHA256
      self.assessment = assessment
    }
  }

  /// Why a draft could not be read.
  package struct Failure: Sendable, Equatable {
    /// The stable code, such as `not-utf8`.
    package var code: String
    /// What is wrong, in one sentence.
    package var message: String
    /// The line of the file, from 1, when it is known.
    package var line: Int?
    /// The column in Unicode scalars, from 1, when it is known.
    package var column: Int?

    /// Gathers what is known of a failure.
    package init(code: String, message: String, line: Int? = nil, column: Int? = nil) {
      self.code = code
      self.message = message
      self.line = line
      self.column = column
    }
  }
}
