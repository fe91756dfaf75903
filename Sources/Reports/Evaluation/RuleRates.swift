import JSON

/// The measured rates of a pack's rules, as they are kept in a file by the schema `tweetlint.rates/1`.
///
/// The file says nothing but what was measured: no time, no path, everything sorted, so that the same rules and posts
/// give the same bytes.
package struct RuleRates: Sendable, Equatable {
  /// The name of the schema, with its version.
  package static let schema = "tweetlint.rates/1"

  /// The rules that were measured.
  package var rules: RulesIdentity
  /// The sets that they were measured on.
  package var sets: [MeasuredSet]
  /// The rates, by the ids of the rules.
  package var rates: [RuleRate]

  /// A set of posts that rules were measured on.
  package struct MeasuredSet: Sendable, Equatable {
    /// The name of its file, without folders.
    package var name: String
    /// The SHA-256 of the file, in hexadecimal digits.
    package var sha256: String
    /// How many of its posts were measured.
    package var posts: Int

    /// Names a set.
    package init(name: String, sha256: String, posts: Int) {
      self.name = name
      self.sha256 = sha256
      self.posts = posts
    }
  }

  /// Gathers what was measured.
  package init(rules: RulesIdentity, sets: [MeasuredSet], rates: [RuleRate]) {
    self.rules = rules
    self.sets = sets
    self.rates = rates
  }

  /// Takes the rates from an evaluation; parts of one file become one set again.
  package init(_ evaluation: Evaluation) {
    var sets: [MeasuredSet] = []
    for set in evaluation.sets {
      let name = Self.fileName(set.name)
      if let known = sets.firstIndex(where: { $0.name == name && $0.sha256 == set.sha256 }) {
        sets[known].posts += set.posts.count
      } else {
        sets.append(MeasuredSet(name: name, sha256: set.sha256, posts: set.posts.count))
      }
    }
    let tally = evaluation.tally
    self.init(
      rules: evaluation.rules, sets: sets.sorted { ($0.name, $0.sha256) < ($1.name, $1.sha256) },
      rates: evaluation.measuredCards.map { RuleRate($0, in: tally) })
  }

  /// The file: one object, each rule on a line of its own, so that a change can be read line by line.
  package func rendered() -> [UInt8] {
    var head = JSONWriter()
    head.object { writer in
      writer.member("schema", Self.schema)
      writer.member("pack") { rules.write(to: &$0) }
      writer.member("sets", of: sets) { writer, set in
        writer.object { writer in
          writer.member("name", set.name)
          writer.member("sha256", set.sha256)
          writer.member("posts", set.posts)
        }
      }
    }
    var output = Bytes()
    // The head's closing brace comes after the rules.
    output.append(head.bytes.array.dropLast())
    output.append(",\"rules\":[")
    for (place, rate) in rates.enumerated() {
      var line = JSONWriter()
      line.object { rate.write(to: &$0) }
      output.append(place == 0 ? "\n" : ",\n")
      output.append(line.bytes.array)
    }
    output.append("\n]}\n")
    return output.array
  }

  private static func fileName(_ path: String) -> String {
    let bytes = Array(path.utf8)
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return String(decoding: bytes[start...], as: UTF8.self)
  }
}
