extension MatcherReader {
  /// Reads the test of a matcher; `nil` when it is broken, which is then reported.
  func read(_ test: String, of mapping: MappingReader) -> Matcher.Test? {
    guard let value = mapping.value(test) else { return nil }
    switch test {
    case "words": return words(value, of: mapping)
    case "list": return lists(value, of: mapping)
    case "pattern": return pattern(value, of: mapping)
    case "near": return near(value, of: mapping)
    case "all": return matchers(value, "`all`", as: .all).map(Matcher.Test.all)
    case "any": return matchers(value, "`any`", as: .any).map(Matcher.Test.any)
    case "none": return matchers(value, "`none`", as: .any).map(Matcher.Test.none)
    case "some": return kinds(value, of: mapping)
    case "scope":
      return record.name(isScope ? .scopeOfScope : .scope, value, "`scope`", owner: owner)
        .map { .scope($0.value) }
    case "fact": return FactReader(record: record).read(value).map(Matcher.Test.facts)
    case "measure": return measure(value, of: mapping)
    default: return nil
    }
  }

  private func words(_ value: YAMLValue, of mapping: MappingReader) -> Matcher.Test? {
    let letterCase = mapping.choice("case", of: Matcher.LetterCase.self)
    let isMasked = mapping.boolean("masked") ?? false
    let terms = TermListReader(record: record).terms(
      value, "`words`", letterCase: letterCase ?? .ignore)
    return .words(Matcher.Terms(terms: terms, letterCase: letterCase, isMasked: isMasked))
  }

  private func lists(_ value: YAMLValue, of mapping: MappingReader) -> Matcher.Test? {
    let letterCase = mapping.choice("case", of: Matcher.LetterCase.self)
    let isMasked = mapping.boolean("masked") ?? false
    let lists = record.oneOrMore(value, "`list`").compactMap {
      record.name(.list, $0, "The name of a list", owner: owner)
    }
    return .words(Matcher.Terms(lists: lists, letterCase: letterCase, isMasked: isMasked))
  }

  private func pattern(_ value: YAMLValue, of mapping: MappingReader) -> Matcher.Test? {
    let letterCase = mapping.value("case").flatMap {
      record.word($0, "`case` of a pattern", among: ["ignore", "exact"])
    }
    let validation = mapping.value("validate").flatMap(validation)
    guard let source = record.string(value, "`pattern`") else { return nil }
    let test = Matcher.PatternTest(
      source: source, letterCase: letterCase == "exact" ? .exact : .ignore,
      validators: validation.map { [$0.use] } ?? [])
    record.add(PatternSite(value: value, test: test, groups: validation.map { [$0.group] } ?? []))
    return .pattern(test)
  }

  private func validation(
    _ value: YAMLValue
  ) -> (use: Matcher.ValidatorUse, group: YAMLValue?)? {
    guard case .mapping = value.content else {
      return record.choice(value, "`validate`", of: ValidatorName.self)
        .map { (Matcher.ValidatorUse($0), nil) }
    }
    let keys = ["as", "group"]
    guard let mapping = MappingReader(value, "`validate`", keys: keys, record: record) else {
      return nil
    }
    let name = mapping.required("as").flatMap {
      record.choice($0, "`as`", of: ValidatorName.self)
    }
    let group = mapping.string("group")
    return name.map { (Matcher.ValidatorUse($0, group: group), mapping.value("group")) }
  }

  private func near(_ value: YAMLValue, of mapping: MappingReader) -> Matcher.Test? {
    let within = mapping.integer("within", in: 0...100) ?? 6
    let order = mapping.value("order").flatMap {
      record.word($0, "`order`", among: ["either", "given"])
    }
    let across = mapping.value("across").flatMap {
      record.word($0, "`across`", among: ["sentence", "post"])
    }
    let letterCase = mapping.choice("case", of: Matcher.LetterCase.self)
    guard let items = record.items(value, "`near`") else { return nil }
    if items.count < 2 {
      record.report(
        .empty, at: value, "`near` needs two items or more.",
        hint: "For a single item write `words`, `list` or `pattern`.")
    } else if items.count > Matcher.Nearness.itemLimit {
      record.report(
        .outOfRange, at: value,
        "`near` takes \(Matcher.Nearness.itemLimit) items at most, and here are \(items.count).",
        hint: "Gather items of one meaning in one `words`.")
    }
    return .near(
      Matcher.Nearness(
        items: items.compactMap(nearItem), within: within, isOrdered: order == "given",
        crossesSentences: across == "post", letterCase: letterCase))
  }

  private func nearItem(_ value: YAMLValue) -> Matcher? {
    guard value.scalar != nil else { return read(value, as: .near)?.matcher }
    return TermListReader(record: record).term(value, "An item of `near`")
      .map { Matcher(.words(Matcher.Terms(terms: [$0])), place: value.place) }
  }

  private func matchers(
    _ value: YAMLValue, _ what: String, as position: MatcherPosition
  ) -> [Matcher]? {
    record.items(value, what).map { items in
      items.compactMap { read($0, as: position)?.matcher }
    }
  }

  private func measure(_ value: YAMLValue, of mapping: MappingReader) -> Matcher.Test? {
    let name = record.choice(value, "`measure`", of: MeasureName.self)
    let minimum = mapping.integer("min", in: 0...100_000)
    let maximum = mapping.integer("max", in: 0...100_000)
    if !mapping.has("min") && !mapping.has("max") {
      record.report(
        .missingKey, at: value, "`measure` needs a bound.", hint: "Add `min:`, `max:` or both.")
    }
    if let minimum, let maximum, minimum > maximum {
      record.report(
        .outOfRange, at: mapping.value("max") ?? value, "`max` is less than `min`.")
    }
    return name.map {
      .measure(Matcher.MeasureTest($0, minimum: minimum, maximum: maximum))
    }
  }
}
