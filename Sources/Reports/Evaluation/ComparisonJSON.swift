import JSON
import RiskEngine
import Rules

/// Renders a comparison as JSON by the schema `tweetlint.comparison/1`.
package struct ComparisonJSON {
  /// The name of the schema, with its version.
  package static let schema = "tweetlint.comparison/1"

  private let comparison: Comparison

  /// Takes the comparison to render.
  package init(_ comparison: Comparison) {
    self.comparison = comparison
  }

  /// One object and a line end.
  package func rendered() -> [UInt8] {
    let tallies = comparison.tallies
    let totals = comparison.totals
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", Self.schema)
      writer.member("before") { writer in
        writer.member("rules") { comparison.before.write(to: &$0) }
        writer.member("all") { tallies.before.write(to: &$0) }
      }
      writer.member("after") { writer in
        writer.member("rules") { comparison.after.write(to: &$0) }
        writer.member("all") { tallies.after.write(to: &$0) }
      }
      writer.member("changed", totals.changed)
      writer.member("raised", totals.raised)
      writer.member("lowered", totals.lowered)
      writer.member("by_rule", of: totals.rules) { writer, rule in
        writer.object { writer in
          writer.member("rule", rule.id)
          writer.member("added", rule.added)
          writer.member("removed", rule.removed)
        }
      }
      writer.member("sets", of: comparison.sets) { writer, pair in
        writer.object { Self.write(pair, to: &$0) }
      }
    }
    return writer.bytes.array + [UInt8(ascii: "\n")]
  }

  private static func write(_ pair: Comparison.Pair, to writer: inout JSONWriter) {
    writer.member("name", pair.before.name)
    writer.member("group", pair.before.group)
    writer.member("sha256", pair.before.sha256)
    writer.member("posts", pair.before.posts.count)
    writer.member("changes", of: pair.changes) { writer, change in
      writer.object { write(change, to: &$0) }
    }
  }

  private static func write(_ change: PostChange, to writer: inout JSONWriter) {
    writer.member("id", change.before.id)
    writer.member("expect", change.before.label.categories)
    writer.member("from", change.before.verdict.rawValue)
    writer.member("to", change.after.verdict.rawValue)
    writer.member("added", of: change.added) { writer, hit in
      writer.object { hit.write(to: &$0) }
    }
    writer.member("removed", of: change.removed) { writer, hit in
      writer.object { hit.write(to: &$0) }
    }
    writer.member("altered", of: change.altered) { writer, hits in
      writer.object { writer in
        writer.member("rule", hits.after.rule)
        writer.member("from", hits.before.severity.rawValue)
        writer.member("to", hits.after.severity.rawValue)
      }
    }
  }
}
