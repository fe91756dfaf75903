/// A fault of a rule pack: what, where, and how to mend it.
package struct RuleProblem: Error, Sendable, Hashable {
  /// The stable code, such as `unknown-key`.
  package var code: Code
  /// Where it is.
  package var place: SourcePlace
  /// What is wrong, in one sentence.
  package var message: String
  /// How to mend it, in one sentence.
  package var hint: String?
  /// The line of the file, for the caret.
  package var line: String?
  /// How many columns the caret underlines, at least 1.
  package var width: Int

  /// Gathers what is known of a fault.
  package init(
    _ code: Code, at place: SourcePlace, _ message: String, hint: String? = nil,
    line: String? = nil, width: Int = 1
  ) {
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
    self.line = line
    self.width = width
  }

  /// The kinds of fault; the raw value is what output shows.
  package enum Code: String, Sendable, CaseIterable {
    /// The file could not be read as UTF-8 or as YAML.
    case unreadable
    case notYAML = "not-yaml"
    /// A draft that could not be read as JSON; a pack has none.
    case notJSON = "not-json"
    /// A key that the language does not know.
    case unknownKey = "unknown-key"
    case duplicateKey = "duplicate-key"
    case missingKey = "missing-key"
    /// A value of the wrong type, or outside its set or bounds.
    case wrongType = "wrong-type"
    case unknownValue = "unknown-value"
    case outOfRange = "out-of-range"
    case empty
    /// A term that YAML read as a number, a boolean, a date or nothing.
    case notAString = "not-a-string"
    case duplicateId = "duplicate-id"
    case duplicateTerm = "duplicate-term"
    /// Two items of `some` that are one.
    case duplicateItem = "duplicate-item"
    case idIsNotFileName = "id-is-not-file-name"
    case badId = "bad-id"
    case badTerm = "bad-term"
    case badDate = "bad-date"
    /// A matcher with no test, or with two.
    case matcherWithoutTest = "matcher-without-test"
    case twoTests = "two-tests"
    case unknownList = "unknown-list"
    case unknownScope = "unknown-scope"
    case unknownCategory = "unknown-category"
    case unknownReference = "unknown-reference"
    case unknownCalendar = "unknown-calendar"
    case unknownGroup = "unknown-group"
    /// A name in braces that advice cannot fill in.
    case unknownPlaceholder = "unknown-placeholder"
    /// A list that includes itself, or a scope that refers to itself.
    case circular
    /// A key or a test that has no meaning where it stands.
    case misplaced
    /// A file that every pack has.
    case missingFile = "missing-file"
    case badPattern = "bad-pattern"
    case matchesEmpty = "matches-empty"
    case catastrophic
    case strayFile = "stray-file"
    case missingExample = "missing-example"
    case badMark = "bad-mark"
    case flagNotFound = "flag-not-found"
    case flagElsewhere = "flag-elsewhere"
    case flagSeverity = "flag-severity"
    case passFound = "pass-found"
    case derivedFormLost = "derived-form-lost"
    case idleUnless = "idle-unless"
    /// A term, or a choice of one, that no post holds as posts are read.
    case neverMatches = "never-matches"
    /// Notes of `rules lint`: an unused list or scope, a term that adds nothing.
    case unused, overlap

    /// True for what is worth knowing, but keeps no pack from being used.
    package var isNote: Bool {
      self == .unused || self == .overlap
    }
  }
}
