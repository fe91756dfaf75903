import JSON
import RiskEngine
import Rules

/// Renders an evaluation as JSON by the schema `tweetlint.evaluation/1`.
package struct EvaluationJSON {
  /// The name of the schema, with its version.
  package static let schema = "tweetlint.evaluation/1"

  private let evaluation: Evaluation

  /// Takes the evaluation to render.
  package init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
  }

  /// One object and a line end.
  package func rendered() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", Self.schema)
      writer.member("rules") { evaluation.rules.write(to: &$0) }
      writer.member("sets", of: evaluation.sets) { writer, set in
        writer.object { Self.write(set, to: &$0) }
      }
      let all = evaluation.tally
      writer.member("all") { all.write(to: &$0) }
      writer.member("by_rule", of: evaluation.measuredCards) { writer, card in
        writer.object { RuleRate(card, in: all).write(to: &$0) }
      }
      writer.member("budgets", of: evaluation.budgets) { writer, line in
        writer.object { Self.write(line, to: &$0) }
      }
    }
    return writer.bytes.array + [UInt8(ascii: "\n")]
  }

  private static func write(_ set: EvaluatedSet, to writer: inout JSONWriter) {
    writer.member("name", set.name)
    writer.member("group", set.group)
    writer.member("sha256", set.sha256)
    EvaluationTally(set.posts).write(to: &writer)
    let missed = set.posts.filter { $0.label != .ordinary && !$0.isCaught }
    writer.member("missed", of: missed) { writer, post in
      writer.object { post.write(to: &$0) }
    }
    let alarms = set.posts.filter { $0.label == .ordinary && $0.verdict > .clear }
    writer.member("ordinary_flagged", of: alarms) { writer, post in
      writer.object { post.write(to: &$0) }
    }
  }

  private static func write(_ line: EvaluationBudgets.Line, to writer: inout JSONWriter) {
    writer.member("name", line.name)
    writer.member("count", line.measured.count)
    writer.member("posts", line.measured.total)
    writer.member("percent", percent: line.measured)
    writer.member(line.isMinimum ? "at_least" : "at_most", "\(line.limit)")
    writer.member("kept", line.isKept)
  }
}

extension RulesIdentity {
  /// Writes the members that name rules.
  func write(to writer: inout JSONWriter) {
    writer.member("pack", pack)
    writer.member("version", version)
    writer.member("sha256", sha256)
  }
}

extension EvaluatedPost {
  /// Writes what the rules made of the post.
  func write(to writer: inout JSONWriter) {
    writer.member("id", id)
    writer.member("expect", label.categories)
    writer.member("verdict", verdict.rawValue)
    writer.member("found", of: hits) { writer, hit in
      writer.object { hit.write(to: &$0) }
    }
  }
}

extension RuleHit {
  /// Writes what the rule found.
  func write(to writer: inout JSONWriter) {
    writer.member("rule", rule)
    writer.member("category", category)
    writer.member("severity", severity.rawValue)
    if isTrial { writer.member("trial", true) }
  }
}

extension VerdictCounts {
  /// Writes how many posts got each verdict, and the shares that budgets are about.
  func write(to writer: inout JSONWriter) {
    writer.member("posts", posts)
    for verdict in Verdict.allCases.reversed() { writer.member(verdict.rawValue, self[verdict]) }
    writer.member("hold_percent", percent: Proportion(atLeast(.hold), of: posts))
    writer.member("review_or_worse_percent", percent: Proportion(atLeast(.review), of: posts))
    writer.member("any_percent", percent: Proportion(atLeast(.advise), of: posts))
  }
}

extension EvaluationTally {
  /// Writes the numbers of a set.
  func write(to writer: inout JSONWriter) {
    writer.member("posts", posts)
    writer.member("not_checked_in_full", incomplete)
    writer.member("ordinary") { ordinary.write(to: &$0) }
    writer.member("risky") { writer in
      risky.write(to: &writer)
      writer.member("caught", caught)
      writer.member("missed", risky.posts - caught)
      writer.member("caught_any_expected", caughtAnyhow)
      writer.member("recall_percent", percent: Proportion(caught, of: risky.posts))
      writer.member("precision_percent", percent: Proportion(right, of: flagged))
      writer.member("no_category_named", unnamed)
    }
    writer.member("categories", of: sortedCategories) { writer, category in
      writer.object { category.tally.write(category.id, to: &$0) }
    }
  }
}

extension CategoryTally {
  fileprivate func write(_ id: String, to writer: inout JSONWriter) {
    writer.member("category", id)
    writer.member("posts", posts)
    writer.member("caught", caught)
    writer.member("missed", missed)
    writer.member("flagged", flagged)
    writer.member("right", right)
    writer.member("other", other)
    writer.member("ordinary", ordinary)
    writer.member("recall_percent", percent: Proportion(caught, of: posts))
    writer.member("precision_percent", percent: Proportion(right, of: flagged))
  }
}
