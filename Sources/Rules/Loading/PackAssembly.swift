/// Puts a pack together, file by file.
struct PackAssembly {
  /// What was found wrong, and what is still to be checked.
  let record = LoadRecord()
  private var manifest: PackManifest?
  private var lists: [WordList] = []
  private var scopes: [Scope] = []
  private var calendars: [Calendar] = []
  private var rules: [Rule] = []

  /// Reads the files of one or more folders.
  mutating func read(_ files: [PackFile], isAddition: Bool) {
    let files = files.sorted { $0.shownPath.utf8.lexicographicallyPrecedes($1.shownPath.utf8) }
    var taken: Set<String> = []
    var waiting: [(value: YAMLValue, id: String)] = []
    var hasManifest = false
    var hasRule = false
    for file in files {
      let path = PackPath(file.path)
      if path == .ignored { continue }
      guard taken.insert(file.shownPath).inserted else {
        reportStray(file, hint: "The same path was given twice.")
        continue
      }
      if path == .manifest { hasManifest = true }
      if case .rule = path { hasRule = true }
      read(file, as: path, isAddition: isAddition, waiting: &waiting)
    }
    if !isAddition { requireFiles(hasManifest: hasManifest, hasRule: hasRule, in: files) }
    var categories: [String: Category] = [:]
    for category in manifest?.categories ?? [] where categories[category.id] == nil {
      categories[category.id] = category
    }
    // Rules come last, since they take what they leave out from their categories.
    let reader = RuleReader(
      record: record, categories: categories,
      scopes: Dictionary(scopes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
    for (value, id) in waiting {
      if let rule = reader.read(value, stem: id) { rules.append(rule) }
    }
  }

  private mutating func read(
    _ file: PackFile, as path: PackPath, isAddition: Bool,
    waiting: inout [(value: YAMLValue, id: String)]
  ) {
    if case .stray(let hint) = path { return reportStray(file, hint: hint) }
    announce(file, as: path)
    guard let value = record.read(file) else { return abandon(path) }
    switch path {
    case .manifest:
      let manifest = ManifestReader(record: record, isAddition: isAddition).read(value)
      if let manifest { add(manifest) } else { abandon(path) }
    case .scopes:
      let found = ScopeReader(record: record).read(value)
      if let found { scopes += found } else { abandon(path) }
    case .list(let id):
      if let list = WordListReader(record: record).read(value, stem: id) { lists.append(list) }
    case .calendar(let id):
      if let calendar = CalendarReader(record: record).read(value, stem: id) {
        calendars.append(calendar)
      }
    case .rule(let id): waiting.append((value, id))
    case .ignored, .stray: break
    }
  }

  // A file's name alone makes its id known, so that a broken file is not missed elsewhere too.
  private func announce(_ file: PackFile, as path: PackPath) {
    let start = SourcePlace(file: file.shownPath, line: 1, column: 1)
    let (kind, id): (NameReference.Kind, String)
    switch path {
    case .list(let name): (kind, id) = (.list, name)
    case .calendar(let name): (kind, id) = (.calendar, name)
    case .rule(let name): (kind, id) = (.rule, name)
    default: return
    }
    if let earlier = record.define(kind, id, at: start) {
      record.report(
        .duplicateId, at: start, "The id `\(id)` is taken.",
        hint: "The first is \(earlier.file); rename one of the two.")
    }
  }

  // What a file that could not be read would have defined is unknown, and is not asked for.
  private func abandon(_ path: PackPath) {
    switch path {
    case .manifest: record.forgive([.category, .reference])
    case .scopes: record.forgive([.scope])
    default: break
    }
  }

  private func reportStray(_ file: PackFile, hint: String) {
    let place = SourcePlace(file: file.shownPath, line: 1, column: 1)
    record.report(.strayFile, at: place, "This file is no part of a pack.", hint: hint)
  }

  private func requireFiles(hasManifest: Bool, hasRule: Bool, in files: [PackFile]) {
    let folder = files.first?.folder ?? ""
    let path = PackFile(path: "pack.yaml", bytes: [], folder: folder).shownPath
    let place = SourcePlace(file: path, line: 1, column: 1)
    if !hasManifest {
      record.forgive([.category, .reference])
      record.report(
        .missingFile, at: place, "The pack has no `pack.yaml`.",
        hint: "It gives the pack's id, version, scoring, categories and references.")
    }
    if !hasRule {
      record.report(
        .empty, at: place, "The pack has no rule.",
        hint: "A rule is a file `<family>/<id>.yaml` beside `pack.yaml`.")
    }
  }

  private mutating func add(_ addition: PackManifest) {
    manifest?.categories += addition.categories
    manifest?.references += addition.references
    if manifest == nil { manifest = addition }
  }

  /// Checks what needs the whole pack and gives the pack in its order; `nil` when it has no manifest.
  func finish(isAttacking: Bool) -> RulePack? {
    record.checkReferences()
    record.checkCycles()
    PatternChecks(record: record).check(
      patterns: record.patterns, lists: lists, isAttacking: isAttacking)
    guard let manifest else { return nil }
    let pack = RulePack(
      manifest: manifest,
      lists: lists.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }, scopes: scopes,
      calendars: calendars.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) },
      rules: rules.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) })
    NearScopesCheck(
      record: record,
      scopes: Dictionary(scopes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    ).check(pack.allMatchers)
    return pack
  }
}
