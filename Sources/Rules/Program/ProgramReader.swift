package import Prefilter

extension RuleProgram {
  /// Reads the compact form that ``serialised()`` writes.
  ///
  /// - Parameter serialised: The bytes of the form; every index and number in it is checked.
  /// - Throws: ``ProgramFault`` when it is not that form.
  package init(serialised: UnsafeBufferPointer<UInt8>) throws(ProgramFault) {
    var reader = ProgramReader(serialised)
    self = try reader.program()
  }
}

extension RuleProgram {
  /// Takes over the compact form of a program that was built into this one, with its index; patterns and rules
  /// are read when they are needed.
  ///
  /// - Parameters:
  ///   - embedded: The bytes of the form, which never go away.
  ///   - index: The bytes that ``serialisedIndex()`` gave for it.
  /// - Throws: ``ProgramFault`` when it is not that form.
  package init(
    embedded: UnsafeBufferPointer<UInt8>, index: FrozenBuffer<UInt8>
  ) throws(ProgramFault) {
    guard let index = ProgramIndex(serialised: index) else { throw ProgramFault(line: 0) }
    var reader = ProgramReader(embedded)
    let (manifest, calendars) = try reader.header()
    nonisolated(unsafe) let bytes = embedded
    let damaged = "the rules built into this program are damaged"
    self.init(
      manifest: manifest,
      patterns: SpecList(count: index.patternStarts.count) { number in
        var reader = ProgramReader(
          bytes, at: Int(index.patternStarts.start[number]), patternCount: index.graph.count)
        guard let pattern = try? reader.pattern() else { fatalError(damaged) }
        return pattern
      },
      rules: SpecList(count: index.ruleStarts.count) { number in
        var reader = ProgramReader(
          bytes, at: Int(index.ruleStarts.start[number]), patternCount: index.graph.count)
        guard let rule = try? reader.rule() else { fatalError(damaged) }
        return rule
      }, index: index,
      ruleIDs: index.ruleStarts.elements.map { start in
        var lines = ProgramLines(bytes, at: Int(start))
        return lines.next() ? lines.field(1) : ""
      }, calendars: calendars)
  }

  /// The bytes of the index of the compact form.
  package func serialisedIndex() -> [UInt8] {
    ProgramIndex(Array(patterns), workedOutRequirements, Array(rules), serialised: serialised())
      .serialised()
  }
}

/// Why a program could not be read: it was cut off, or written by another version.
package struct ProgramFault: Error, Equatable {
  /// The line, counted from 1.
  package let line: Int
}

/// Reads programs line by line.
private struct ProgramReader {
  private var lines: ProgramLines
  private var manifest: PackManifest?
  private var calendars: [Calendar] = []
  private var patterns: [PatternSpec] = []
  private var rules: [RuleSpec] = []
  private var pending: PendingRule?

  /// The number of all patterns, when they are not read one after another.
  private let patternCount: Int?

  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int = 0, patternCount: Int? = nil) {
    lines = ProgramLines(bytes, at: start)
    self.patternCount = patternCount
  }

  mutating func program() throws(ProgramFault) -> RuleProgram {
    guard lines.next(), lines.field(0) == ProgramFormat.signature else { throw fault }
    while lines.next() {
      if lines.kind == UInt8(ascii: "E") { return try end() }
      if try !readHeaderLine(), try !readPatternLine() {
        if lines.kind == UInt8(ascii: "R") { try finishRule() }
        try readRuleLine()
      }
    }
    throw fault
  }

  /// Reads what stands before the patterns.
  mutating func header() throws(ProgramFault) -> (PackManifest, [Calendar]) {
    guard lines.next(), lines.field(0) == ProgramFormat.signature else { throw fault }
    while lines.next(), try readHeaderLine() {}
    guard let manifest else { throw fault }
    return (manifest, calendars)
  }

  /// Reads the one pattern that begins here.
  mutating func pattern() throws(ProgramFault) -> PatternSpec {
    guard lines.next(), try readPatternLine() else { throw fault }
    return patterns[0]
  }

  /// Reads the one rule that begins here.
  mutating func rule() throws(ProgramFault) -> RuleSpec {
    guard lines.next(), lines.kind == UInt8(ascii: "R") else { throw fault }
    repeat {
      try readRuleLine()
    } while lines.next() && lines.kind != UInt8(ascii: "R") && lines.kind != UInt8(ascii: "E")
    try finishRule()
    return rules[0]
  }

  /// Reads a line of the manifest or the calendars; `false` when it is none.
  private mutating func readHeaderLine() throws(ProgramFault) -> Bool {
    switch lines.kind {
    case UInt8(ascii: "M"): manifest = try readManifest()
    case UInt8(ascii: "C"): try readCategory()
    case UInt8(ascii: "F"): readReference()
    case UInt8(ascii: "K"):
      calendars.append(
        Calendar(
          id: lines.field(1), title: lines.field(2), source: lines.field(3), periods: [],
          place: Self.nowhere))
    case UInt8(ascii: "D"): try readPeriod()
    default: return false
    }
    return true
  }

  /// Reads a line of a pattern; `false` when it is none.
  private mutating func readPatternLine() throws(ProgramFault) -> Bool {
    switch lines.kind {
    case UInt8(ascii: "P"): try readPattern()
    case UInt8(ascii: "U"): try readChoice()
    case UInt8(ascii: "N"): try readNearness()
    default: return false
    }
    return true
  }

  /// Reads a line of a rule.
  private mutating func readRuleLine() throws(ProgramFault) {
    switch lines.kind {
    case UInt8(ascii: "R"): pending = try readRule()
    case UInt8(ascii: "W"):
      let words = readWords()
      pending?.words = words
    case UInt8(ascii: "S"):
      let suggestions = lines.fields(from: 1)
      pending?.words?.suggestions = suggestions
    case UInt8(ascii: "A"):
      let alternative = try readAlternative()
      pending?.alternatives.append(alternative)
    case UInt8(ascii: "Q"): try readCondition()
    case UInt8(ascii: "I"):
      guard let test = readTest(2) else { throw fault }
      pending?.kinds.append(KindSpec(name: lines.field(1), test: test))
    default: throw fault
    }
  }

  /// Whether there is a pattern of this number, as far as they have been read.
  private func isPattern(_ number: Int) -> Bool {
    (0..<(patternCount ?? patterns.count)).contains(number)
  }

  private static let nowhere = SourcePlace(file: "", line: 0, column: 0)

  private var fault: ProgramFault { ProgramFault(line: lines.number) }

  private mutating func end() throws(ProgramFault) -> RuleProgram {
    try finishRule()
    guard let manifest, lines.integer(1) == patterns.count, lines.integer(2) == rules.count else {
      throw fault
    }
    return RuleProgram(
      manifest: manifest, patterns: patterns, rules: rules, calendars: calendars)
  }

  // MARK: - Manifest

  private func readManifest() throws(ProgramFault) -> PackManifest {
    var scoring = Scoring()
    let percent = 0...100
    guard let engine = lines.integer(4), let advice = lines.integer(5, in: percent),
      let caution = lines.integer(6, in: percent), let serious = lines.integer(7, in: percent),
      let stop = lines.integer(8, in: percent), let review = lines.integer(9, in: percent),
      let hold = lines.integer(10, in: percent)
    else { throw fault }
    scoring.advice = advice
    scoring.caution = caution
    scoring.serious = serious
    scoring.stop = stop
    scoring.review = review
    scoring.hold = hold
    return PackManifest(
      id: lines.field(1), version: lines.field(2), title: lines.field(3), engine: engine,
      scoring: scoring, categories: [], references: [])
  }

  private mutating func readCategory() throws(ProgramFault) {
    guard let severity = Severity(rawValue: lines.field(4)), let cap = lines.integer(5, in: 0...100)
    else {
      throw fault
    }
    manifest?.categories.append(
      Category(
        id: lines.field(1), title: lines.field(2), family: lines.field(3), severity: severity,
        cap: cap, cautionReviews: lines.field(6) == "1", why: lines.optional(7),
        ask: lines.optional(8), references: lines.words(9)))
  }

  private mutating func readReference() {
    manifest?.references.append(
      Reference(
        id: lines.field(1), title: lines.field(2), edition: lines.optional(3),
        url: lines.optional(4)))
  }

  private mutating func readPeriod() throws(ProgramFault) {
    guard !calendars.isEmpty else { throw fault }
    calendars[calendars.count - 1].periods.append(
      Calendar.Period(
        from: lines.field(1), to: lines.field(2), nations: lines.words(3), what: lines.field(4)))
  }

  // MARK: - Patterns and rules

  private mutating func readPattern() throws(ProgramFault) {
    var validators: [Matcher.ValidatorUse] = []
    for word in lines.isEmpty(4) ? [] : lines.words(4) {
      let parts = word.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let name = ValidatorName(rawValue: String(parts[0])) else {
        throw fault
      }
      validators.append(.init(name, group: parts[1].isEmpty ? nil : String(parts[1])))
    }
    try add(
      .expression(
        ExpressionSpec(
          lines.field(5), isCaseless: lines.byte(3) == UInt8(ascii: "i"), validators: validators)))
  }

  private mutating func readChoice() throws(ProgramFault) {
    try add(.anyOf(try readItems()))
  }

  private mutating func readNearness() throws(ProgramFault) {
    let items = try readItems()
    guard 2...Matcher.Nearness.itemLimit ~= items.count, let within = lines.integer(4) else {
      throw fault
    }
    let flags = lines.field(5)
    try add(
      .near(
        NearSpec(
          items: items, within: within, isOrdered: flags.utf8.first == UInt8(ascii: "o"),
          crossesSentences: flags.utf8.last == UInt8(ascii: "x"))))
  }

  private mutating func add(_ body: PatternSpec.Body) throws(ProgramFault) {
    guard let readings = lines.integer(2) else { throw fault }
    patterns.append(
      PatternSpec(
        body, readings: ReadingSet(rawValue: UInt32(readings)),
        isTrigger: lines.byte(1) == UInt8(ascii: "t")))
  }

  /// The patterns that one is made of, which all stand before it.
  private func readItems() throws(ProgramFault) -> [Int] {
    guard let items = lines.integers(3), items.allSatisfy(isPattern) else {
      throw fault
    }
    return items
  }

  private func readRule() throws(ProgramFault) -> PendingRule {
    let flags = lines.field(6).utf8
    guard let confidence = lines.integer(5, in: 0...100),
      let status = ProgramFormat.status(flags.first)
    else { throw fault }
    let spares = lines.words(7).map(OwnValueKind.init(rawValue:))
    guard !spares.contains(nil) else { throw fault }
    return PendingRule(
      id: lines.field(1), title: lines.field(2), category: lines.field(3),
      severity: Severity(rawValue: lines.field(4)), confidence: confidence, status: status,
      isSensitive: flags.last == UInt8(ascii: "s"), spares: Set(spares.compactMap { $0 }))
  }

  private func readWords() -> Rule.Advice {
    Rule.Advice(
      readsAs: lines.field(1), why: lines.field(2), advice: lines.field(3),
      ask: lines.optional(4), question: lines.optional(5), references: lines.words(6))
  }

  private func readAlternative() throws(ProgramFault) -> AlternativeSpec {
    let trigger = lines.integer(1)
    guard let atLeast = lines.integer(2), let confidence = lines.integer(4, in: 0...100),
      lines.field(1).isEmpty || trigger.map(isPattern) == true,
      case .all(let rest)? = readTest(5)
    else { throw fault }
    return AlternativeSpec(
      trigger: trigger, atLeast: atLeast, rest: rest, severity: Severity(rawValue: lines.field(3)),
      confidence: confidence)
  }

  private mutating func readCondition() throws(ProgramFault) {
    guard let reach = ProgramFormat.reach(lines.field(2)),
      let side = Condition.Side(rawValue: lines.field(3)), let test = readTest(6)
    else { throw fault }
    pending?.conditions[lines.field(1), default: []].append(
      ConditionSpec(
        test: test, reach: reach, side: side, to: Severity(rawValue: lines.field(4)),
        name: lines.field(5)))
  }

  private mutating func finishRule() throws(ProgramFault) {
    guard let rule = pending else { return }
    pending = nil
    guard let spec = rule.spec else { throw fault }
    rules.append(spec)
  }

  // MARK: - Tests

  private func readTest(_ field: Int) -> ProgramTest? {
    var tokens = ProgramTokens(lines.raw(field))
    let test = readTest(&tokens)
    return tokens.isAtEnd ? test : nil
  }

  private func readTest(_ tokens: inout ProgramTokens, depth: Int = 0) -> ProgramTest? {
    // No pack nests so deeply; a damaged program must not exhaust the stack.
    guard depth < 100, let token = tokens.next(), let kind = token.first else { return nil }
    switch kind {
    case UInt8(ascii: "p"):
      var numbers = ProgramTokens(token.dropFirst(), separator: UInt8(ascii: ":"))
      guard let index = numbers.next()?.number, isPattern(index),
        let atLeast = numbers.next()?.number, numbers.isAtEnd
      else { return nil }
      return .pattern(index, atLeast: atLeast)
    case UInt8(ascii: "&"): return readGroup(token, &tokens, depth).map { .all($0) }
    case UInt8(ascii: "|"): return readGroup(token, &tokens, depth).map { .any($0) }
    case UInt8(ascii: "!"): return readGroup(token, &tokens, depth).map { .none($0) }
    case UInt8(ascii: "+"):
      var numbers = ProgramTokens(token.dropFirst(), separator: UInt8(ascii: ":"))
      guard let least = numbers.next()?.number, let count = numbers.next()?.number,
        numbers.isAtEnd
      else { return nil }
      return readGroup(of: count, &tokens, depth).map { .someOf($0, atLeast: least) }
    case UInt8(ascii: "f"): return ProgramFormat.fact(Self.body(token)).map { .fact($0) }
    case UInt8(ascii: "m"): return ProgramFormat.measure(Self.body(token)).map { .measure($0) }
    default: return nil
    }
  }

  private static func body(_ token: Slice<UnsafeBufferPointer<UInt8>>) -> Substring {
    String(decoding: token.dropFirst(2), as: UTF8.self)[...]
  }

  private func readGroup(
    _ token: Slice<UnsafeBufferPointer<UInt8>>, _ tokens: inout ProgramTokens, _ depth: Int
  ) -> [ProgramTest]? {
    token.dropFirst().number.flatMap { readGroup(of: $0, &tokens, depth) }
  }

  private func readGroup(
    of count: Int, _ tokens: inout ProgramTokens, _ depth: Int
  ) -> [ProgramTest]? {
    var tests: [ProgramTest] = []
    for _ in 0..<count {
      guard let test = readTest(&tokens, depth: depth + 1) else { return nil }
      tests.append(test)
    }
    return tests
  }
}
