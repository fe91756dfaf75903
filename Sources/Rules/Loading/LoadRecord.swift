/// What is gathered while a pack is read: the faults, and the names that can be checked only at the end.
package final class LoadRecord {
  /// The faults found so far.
  private(set) var problems: [RuleProblem] = []
  /// The names that were used, to be checked when all files are known.
  private(set) var references: [NameReference] = []
  /// The patterns that were read, to be checked when all lists are known.
  private(set) var patterns: [PatternSite] = []
  private var sources: [String: SourceText] = [:]
  private var defined: [NameReference.Kind: [String: SourcePlace]] = [:]
  private var forgiven: Set<NameReference.Kind> = []

  /// The faults without repetitions, sorted by place.
  package var sortedProblems: [RuleProblem] {
    var seen: Set<RuleProblem> = []
    return problems.enumerated()
      .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map(\.element)
      .filter { seen.insert($0).inserted }
  }

  /// Makes an empty record.
  package init() {}

  /// Reads a file as YAML; `nil`, and a fault in the record, when it is none.
  package func read(_ file: PackFile) -> YAMLValue? {
    let source = SourceText(file)
    add(source)
    if let unfit = source.unfitness(of: file.bytes) {
      report(unfit.code, at: unfit.place, unfit.message, hint: unfit.hint)
      return nil
    }
    return YAMLReader.read(source, into: self)
  }

  /// Remembers a file that is read by other means, so that faults can show its lines.
  package func add(_ file: PackFile) {
    add(SourceText(file))
  }

  /// Remembers a file, so that faults can show its lines.
  func add(_ source: SourceText) {
    sources[source.file] = source
  }

  /// The file in which a place lies.
  func source(of place: SourcePlace) -> SourceText? {
    sources[place.file]
  }

  /// Records a fault.
  package func report(
    _ code: RuleProblem.Code, at place: SourcePlace, _ message: String, hint: String? = nil,
    width: Int = 1
  ) {
    problems.append(
      RuleProblem(
        code, at: place, message, hint: hint,
        line: sources[place.file]?.text(ofLine: place.line), width: max(1, width)))
  }

  /// Records a fault of a value.
  package func report(
    _ code: RuleProblem.Code, at value: YAMLValue, _ message: String, hint: String? = nil
  ) {
    report(code, at: value.place, message, hint: hint, width: value.width)
  }

  /// Records a fault at one scalar of a text.
  func report(
    _ code: RuleProblem.Code, atScalar offset: Int, of value: YAMLValue, _ message: String,
    hint: String? = nil, width: Int = 1
  ) {
    let exact = value.scalar.flatMap { scalar in
      source(of: value.place)?.place(ofScalar: offset, of: scalar, at: value.place)
    }
    report(
      code, at: exact ?? value.place, message, hint: hint,
      width: exact == nil ? value.width : width)
  }

  /// Remembers that a name was used.
  func refer(_ kind: NameReference.Kind, to name: String, at value: YAMLValue, from owner: String) {
    references.append(
      NameReference(
        kind: kind, name: name, place: value.place, width: value.width, owner: owner))
  }

  /// Remembers a pattern.
  func add(_ pattern: PatternSite) {
    patterns.append(pattern)
  }

  /// Makes a name known.
  ///
  /// - Returns: The place of an earlier definition of the same name, if there is one.
  func define(_ kind: NameReference.Kind, _ name: String, at place: SourcePlace) -> SourcePlace? {
    if let earlier = defined[kind]?[name] { return earlier }
    defined[kind, default: [:]][name] = place
    return nil
  }

  /// True when something of that kind has the name.
  func isDefined(_ kind: NameReference.Kind, _ name: String) -> Bool {
    defined[kind]?[name] != nil
  }

  /// The names of a kind in byte order.
  func definedNames(_ kind: NameReference.Kind) -> [String] {
    (defined[kind] ?? [:]).keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Gives up on names of some kinds, since the file that defines them could not be read.
  func forgive(_ kinds: [NameReference.Kind]) {
    forgiven.formUnion(kinds)
  }

  /// True when names of the kind are not checked.
  func isForgiven(_ kind: NameReference.Kind) -> Bool {
    forgiven.contains(kind)
  }
}
