package import Rules

extension Decision {
  /// The way by which a post comes to be checked.
  package enum Surface: String, Sendable, CaseIterable {
    /// The hook that a tool calls.
    case hook
    /// The wrapper around a sending command.
    case send
    /// The proxy before an interface of a platform.
    case gateway
    /// A hook of git.
    case git
  }

  /// What becomes of a post.
  package enum Outcome: String, Sendable, CaseIterable {
    /// It may go; nothing was found.
    case allowed
    /// It may go; there was something to read.
    case warned
    /// It waits for a second person.
    case held
    /// It must not go as it is.
    case blocked
    /// The author sent it all the same and said why.
    case overridden
    /// A second person had approved it.
    case approved
    /// It went at once since a life was at risk, and is to be reviewed.
    case lifeAtRisk = "life-at-risk"
    /// It could not be checked.
    case unchecked
  }

  /// A rule that found something; without the words that it found.
  package struct Finding: Sendable, Equatable {
    /// The id of the rule.
    package var rule: String
    /// The category of the rule.
    package var category: String
    /// How serious it is.
    package var severity: Severity
    /// The part of the post, such as `text`.
    package var part: String
    /// The place in the part, in UTF-8 bytes.
    package var span: Range<Int>

    /// Gathers a finding.
    package init(
      rule: String, category: String, severity: Severity, part: String, span: Range<Int>
    ) {
      self.rule = rule
      self.category = category
      self.severity = severity
      self.part = part
      self.span = span
    }
  }

  /// A rule that the draft itself waived.
  package struct Waiver: Sendable, Equatable {
    /// The id of the rule.
    package var rule: String
    /// Why it was waived.
    package var reason: String

    /// Pairs a rule with the reason.
    package init(rule: String, reason: String) {
      self.rule = rule
      self.reason = reason
    }
  }

  /// What another hook that was asked said.
  package struct Hook: Sendable, Equatable {
    /// The name of its file.
    package var name: String
    /// Its answer: `allow`, `warn`, `hold` or `block`.
    package var answer: String

    /// Pairs a hook with its answer.
    package init(name: String, answer: String) {
      self.name = name
      self.answer = answer
    }
  }

  /// The rules that were in force.
  package struct Pack: Sendable, Equatable {
    /// The id of the pack.
    package var id: String
    /// Its version.
    package var version: String
    /// The digest of its contents, in hexadecimal digits.
    package var sha256: String

    /// Names a pack.
    package init(id: String, version: String, sha256: String) {
      self.id = id
      self.version = version
      self.sha256 = sha256
    }
  }
}
