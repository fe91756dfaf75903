package import PostText
package import Rules

/// What a check of one draft came to.
package struct Assessment: Sendable {
  /// The verdict, the worst of score and floors.
  package var verdict: Verdict
  /// The score, 0 to 100.
  package var score: Int
  /// What counts, sorted by severity, place and rule.
  package var findings: [Finding]
  /// What rules on trial found; never counted.
  package var trials: [Finding]
  /// What the author set aside, with the reasons; not counted.
  package var waived: [Waived]
  /// What only a person can answer, each once.
  package var questions: [String]
  /// What observed rules found, each rule once, when the check was to run them; audits count it.
  package var observations: [Observation] = []
  /// What was not read, and why.
  package var notChecked: [NotChecked]
  /// How the score and the verdict came about.
  package var explanation: Explanation

  /// True when something that should have been checked could not be; a clear verdict is then no answer.
  package var isIncomplete: Bool {
    notChecked.contains { $0.isFailure }
  }

  /// A finding that the author set aside.
  package struct Waived: Sendable {
    /// What was found.
    package var finding: Finding
    /// Why it does not apply here.
    package var reason: String
  }

  /// A post that an observed rule found, of which nothing is said.
  package struct Observation: Sendable {
    /// The rule.
    package var rule: RuleCard
    /// The part it was found in.
    package var part: PartName
    /// The author's own bytes that matched, half-open, in UTF-8 within the part.
    package var span: Range<Int>
  }

  /// A part of a draft, or a rule, that was not checked.
  package struct NotChecked: Sendable, Equatable {
    /// The part, such as `media[0]` or `text`.
    package var part: String
    /// The rule, when it is one that could not finish.
    package var rule: String?
    /// Why, in words.
    package var reason: String
    /// True when it should have been checked; false for what TweetLint never reads, such as pictures.
    package var isFailure: Bool

    /// Gathers what is known of it.
    package init(part: String, rule: String? = nil, reason: String, isFailure: Bool) {
      self.part = part
      self.rule = rule
      self.reason = reason
      self.isFailure = isFailure
    }
  }
}

/// A rule that matched, with its place in the author's own text.
package struct Finding: Sendable {
  /// The rule.
  package var rule: RuleCard
  /// The severity after weaker and stronger conditions.
  package var severity: Severity
  /// How sure it is, 1 to 100 per cent.
  package var confidence: Int
  /// The points it is worth before its category's cap.
  package var points: Int
  /// The part it was found in.
  package var part: PartName
  /// The author's own bytes that matched, half-open, in UTF-8 within the part.
  package var span: Range<Int>
  /// Why the severity or the place is what it is, for `--explain`.
  package var reasons: [String]
  /// The kinds of detail that add up; `nil` for a rule that counts none.
  package var kinds: Kinds?

  /// What is said to the officer, with the kinds of detail that were found.
  package var words: Rule.Advice {
    kinds.map { rule.words.naming($0.names, takeOut: $0.takeOut) } ?? rule.words
  }

  /// Kinds of detail that are harmless one by one.
  package struct Kinds: Sendable, Equatable {
    /// What those are called that were found, in the order of the rule.
    package var names: [String]
    /// The first two that the author wrote, which are best taken out.
    package var takeOut: [String]
  }
}

/// How a score and a verdict came about.
package struct Explanation: Sendable, Equatable {
  /// The points of each category that found something, in the order of the manifest.
  package var categories: [CategoryPoints]
  /// The score's own verdict.
  package var band: Verdict
  /// The verdict that the worst finding asks for at least.
  package var floor: Verdict
  /// What else moved the verdict, in words.
  package var notes: [String]

  /// The points of one category.
  package struct CategoryPoints: Sendable, Equatable {
    /// The category.
    package var category: String
    /// The points of its rules together.
    package var sum: Int
    /// What counts after the cap.
    package var counted: Int
  }
}
