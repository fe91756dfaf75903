package import Rules

/// How often each rule speaks, measured on sets of posts: the record that `tweetlint evaluate` leaves.
package struct RuleRates: Sendable, Equatable {
  /// The name of the form in which rates are written.
  package static let schema = "tweetlint.rates/1"

  /// The identifier of the pack that was measured.
  package var pack: String
  /// Its version.
  package var version: String
  /// Its SHA-256.
  package var sha256: String
  /// What it was measured on.
  package var sets: [PostSet]
  /// The rates, as they are listed.
  package var rules: [Rate]

  /// Gathers what was measured.
  package init(pack: String, version: String, sha256: String, sets: [PostSet], rules: [Rate]) {
    self.pack = pack
    self.version = version
    self.sha256 = sha256
    self.sets = sets
    self.rules = rules
  }

  /// A set of posts.
  package struct PostSet: Sendable, Equatable {
    /// Its name.
    package var name: String
    /// How many posts it has.
    package var posts: Int
    /// The SHA-256 of its file.
    package var sha256: String

    /// Names a set of posts.
    package init(name: String, posts: Int, sha256: String) {
      self.name = name
      self.posts = posts
      self.sha256 = sha256
    }
  }

  /// What was measured of one rule.
  package struct Rate: Sendable, Equatable {
    /// The rule's identifier.
    package var rule: String
    /// How many ordinary posts were read.
    package var ordinary: Int
    /// In how many of them the rule found something.
    package var flagged: Int
    /// How many of them it sent to review or further.
    package var review: Int
    /// The findings in a thousand ordinary posts, as written.
    package var perThousand: String
    /// The ends of the interval of confidence around that, as written.
    package var low, high: String
    /// In how many risky posts the rule found a risk that they are labelled with.
    package var riskyRight: Int
    /// In how many risky posts it found something else.
    package var riskyOther: Int

    /// Gathers what was measured of a rule.
    package init(
      rule: String, ordinary: Int, flagged: Int, review: Int, perThousand: String, low: String,
      high: String, riskyRight: Int, riskyOther: Int
    ) {
      self.rule = rule
      self.ordinary = ordinary
      self.flagged = flagged
      self.review = review
      self.perThousand = perThousand
      self.low = low
      self.high = high
      self.riskyRight = riskyRight
      self.riskyOther = riskyOther
    }
  }
}

/// Reads what ``RuleRates`` holds from its JSON, strictly.
package struct RuleRatesReader {
  private let record: LoadRecord

  /// Makes a reader whose faults go to a record.
  package init(record: LoadRecord) {
    self.record = record
  }

  /// Reads rates; `nil` when something is missing or wrong, which is then in the record.
  package func read(_ value: YAMLValue) -> RuleRates? {
    guard
      let file = mapping(value, "a file of rates", keys: ["schema", "pack", "sets", "rules"]),
      let schema = file.required("schema"),
      record.word(schema, "`schema`", among: [RuleRates.schema]) != nil,
      let pack = file.required("pack").flatMap({
        mapping($0, "`pack`", keys: ["id", "version", "sha256"])
      }), let id = pack.requiredString("id"), let version = pack.requiredString("version"),
      let sha256 = pack.requiredString("sha256"),
      let sets = file.required("sets").flatMap({
        record.items($0, "`sets`", mayBeEmpty: true)
      }),
      let rules = file.required("rules").flatMap({
        record.items($0, "`rules`", mayBeEmpty: true)
      })
    else { return nil }
    return RuleRates(
      pack: id, version: version, sha256: sha256, sets: sets.compactMap(set),
      rules: rules.compactMap(rate))
  }

  // Rates may say more with time; what is not known here is passed over.
  private func mapping(_ value: YAMLValue, _ what: String, keys: [String]) -> MappingReader? {
    guard case .mapping(let entries) = value.content else {
      return MappingReader(value, what, keys: keys, record: record)
    }
    let known = YAMLValue(
      content: .mapping(entries.filter { keys.contains($0.name) }), place: value.place,
      width: value.width)
    return MappingReader(known, what, keys: keys, record: record)
  }

  private func set(_ value: YAMLValue) -> RuleRates.PostSet? {
    guard let set = mapping(value, "a set", keys: ["name", "posts", "sha256"]),
      let name = set.requiredString("name"), let posts = count("posts", of: set),
      let sha256 = set.requiredString("sha256")
    else { return nil }
    return RuleRates.PostSet(name: name, posts: posts, sha256: sha256)
  }

  private func rate(_ value: YAMLValue) -> RuleRates.Rate? {
    let keys = [
      "rule", "ordinary", "flagged", "review", "per_1000", "low", "high", "risky_right",
      "risky_other",
    ]
    guard let rate = mapping(value, "a rate", keys: keys), let rule = rate.requiredString("rule"),
      let ordinary = count("ordinary", of: rate), let flagged = count("flagged", of: rate),
      let review = count("review", of: rate), let perThousand = number("per_1000", of: rate),
      let low = number("low", of: rate), let high = number("high", of: rate),
      let right = count("risky_right", of: rate), let other = count("risky_other", of: rate)
    else { return nil }
    return RuleRates.Rate(
      rule: rule, ordinary: ordinary, flagged: flagged, review: review, perThousand: perThousand,
      low: low, high: high, riskyRight: right, riskyOther: other)
  }

  private func count(_ key: String, of mapping: MappingReader) -> Int? {
    mapping.required(key).flatMap { record.integer($0, "`\(key)`", in: 0...Int.max) }
  }

  private func number(_ key: String, of mapping: MappingReader) -> String? {
    guard let value = mapping.required(key) else { return nil }
    guard let scalar = value.scalar, scalar.kind == .integer || scalar.kind == .decimal else {
      record.report(.wrongType, at: value, "`\(key)` must be a number.")
      return nil
    }
    return scalar.text
  }
}
