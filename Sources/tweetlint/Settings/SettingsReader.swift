import Drafts
import Files
import RiskEngine
import Rules

/// Reads a settings file strictly: every fault at once, with its place.
struct SettingsReader {
  /// The keys of a settings file.
  static let keys = [
    "account", "accounts", "rules", "add_rules", "disable", "fail_on", "format", "color",
    "scoring", "mourning", "pre_send", "decisions",
  ]
  private static let profileKeys =
    ["kind", "nation", "bilingual"] + OwnValueKind.allCases.map(\.rawValue)

  private let record = LoadRecord()

  /// Reads the settings in a file over those of the program.
  ///
  /// Paths of rules are relative to the folder of the file.
  func settings(in path: String) throws(CommandFault) -> Settings {
    let bytes: [UInt8]
    do throws(ByteFile.Fault) {
      bytes = try ByteFile.read(path, atMost: 1 << 20)
    } catch {
      throw .message("cannot read the settings \(path): \(error.reason)")
    }
    var settings = Settings()
    settings.file = path
    if let value = record.read(PackFile(path: path, bytes: bytes)),
      let mapping = MappingReader(value, "a settings file", keys: Self.keys, record: record)
    {
      read(mapping, into: &settings)
    }
    let problems = record.sortedProblems
    guard problems.isEmpty else { throw .problems(problems) }
    return settings
  }

  private func read(_ mapping: MappingReader, into settings: inout Settings) {
    readAccounts(mapping, into: &settings)
    settings.shareOwnValues()
    let folder = settings.file.flatMap(Folder.parent) ?? "."
    take("rules", mapping, into: &settings.rules) { value in
      record.string(value, "`rules`").map { Folder.path($0.value, from: folder) }
    }
    take("add_rules", mapping, into: &settings.addRules) { value in
      record.strings(value, "`add_rules`").map { Folder.path($0.value, from: folder) }
    }
    take("disable", mapping, into: &settings.disable) { value in
      record.strings(value, "`disable`")
    }
    take("fail_on", mapping, into: &settings.failOn) { value in
      record.word(value, "`fail_on`", among: FailOn.allCases.map(\.rawValue))
        .flatMap(Verdict.init(rawValue:))
    }
    take("format", mapping, into: &settings.format) { record.choice($0, "`format`") }
    take("color", mapping, into: &settings.colour) { record.choice($0, "`color`") }
    take("scoring", mapping, into: &settings.scoring, scoring)
    take("pre_send", mapping, into: &settings.preSend) { PreSendSettings($0, record: record) }
    take("mourning", mapping, into: &settings.mourning, mourning)
    take("decisions", mapping, into: &settings.decisions) { decisions($0, from: folder) }
  }

  private func take<Value>(
    _ key: String, _ mapping: MappingReader, into setting: inout Setting<Value>,
    _ read: (YAMLValue) -> Value?
  ) {
    guard let value = mapping.value(key), let new = read(value) else { return }
    setting = Setting(new, from: .file(value.place))
  }

  private func readAccounts(_ mapping: MappingReader, into settings: inout Settings) {
    if let value = mapping.value("account"),
      let account = MappingReader(
        value, "`account`", keys: ["handle"] + Self.profileKeys, record: record)
    {
      let origin = Origin.file(value.place)
      settings.account = Setting(account.string("handle").map(DraftFields.handle), from: origin)
      settings.profile = Setting(profile(account), from: origin)
    }
    guard let value = mapping.value("accounts") else { return }
    guard case .mapping(let entries) = value.content else {
      return record.report(
        .wrongType, at: value, "`accounts` must have a handle as each key.",
        hint: "Write `accounts: {handle: {kind: local, nation: wales}}`.")
    }
    var accounts: [String: NamedAccount] = [:]
    for entry in entries {
      guard
        let account = MappingReader(
          entry.value, "an account", keys: Self.profileKeys, record: record)
      else { continue }
      let handle = DraftFields.handle(entry.name)
      let named = NamedAccount(handle: handle, profile: profile(account))
      if let other = accounts.updateValue(named, forKey: handle.lowercased()) {
        record.report(
          .duplicateKey, at: entry.key, "`\(handle)` is the same account as `\(other.handle)`.",
          hint: "Keep one of them.")
      }
    }
    settings.accounts = Setting(accounts, from: .file(value.place))
  }

  private func profile(_ mapping: MappingReader) -> AccountProfile {
    AccountProfile(
      kind: mapping.value("kind").flatMap {
        record.word($0, "`kind`", among: Vocabulary.accounts)
      },
      nation: mapping.value("nation").flatMap {
        record.word($0, "`nation`", among: Vocabulary.nations)
      },
      isBilingual: mapping.boolean("bilingual") ?? false,
      own: OwnValuesReader(record: record).read(mapping))
  }

  private func decisions(_ value: YAMLValue, from folder: String) -> DecisionSettings? {
    guard
      let parts = MappingReader(
        value, "`decisions`", keys: DecisionSettings.keys, record: record)
    else { return nil }
    var settings = DecisionSettings()
    settings.log = parts.string("log").map { Folder.path($0, from: folder) }
    settings.key = parts.string("key").map { Folder.path($0, from: folder) }
    settings.isShared = parts.boolean("shared") ?? settings.isShared
    settings.keepsText = parts.boolean("keep_text") ?? settings.keepsText
    let days = 1...36_525
    settings.textDays = parts.integer("text_days", in: days) ?? settings.textDays
    settings.decisionDays = parts.integer("decision_days", in: days) ?? settings.decisionDays
    return settings
  }

  private func scoring(_ value: YAMLValue) -> ScoringChange? {
    guard
      let parts = MappingReader(
        value, "`scoring`", keys: ["points", "bands"], record: record)
    else { return nil }
    var change = ScoringChange()
    if let value = parts.value("points"),
      let points = MappingReader(
        value, "`points`", keys: Severity.allCases.map(\.rawValue), record: record)
    {
      for severity in Severity.allCases {
        change.points[severity] = points.integer(severity.rawValue, in: 0...100)
      }
    }
    if let value = parts.value("bands"),
      let bands = MappingReader(value, "`bands`", keys: ["review", "hold"], record: record)
    {
      change.review = bands.integer("review", in: 1...100)
      change.hold = bands.integer("hold", in: 1...100)
    }
    return change
  }

  /// `true` for mourning from now on until the line is removed, or a list of periods.
  private func mourning(_ value: YAMLValue) -> [Calendar.Period]? {
    if value.scalar != nil {
      return record.boolean(value, "`mourning`").map { isMourning in
        isMourning
          ? [Calendar.Period(from: "0001-01-01", to: "9999-12-31", what: "mourning")] : []
      }
    }
    return (record.items(value, "`mourning`", mayBeEmpty: true) ?? []).compactMap { item in
      guard
        let parts = MappingReader(
          item, "a period of `mourning`", keys: ["from", "to", "what"], record: record),
        let from = parts.required("from").flatMap({ record.day($0, "`from`") }),
        let to = parts.required("to").flatMap({ record.day($0, "`to`") })
      else { return nil }
      if to.utf8.lexicographicallyPrecedes(from.utf8) {
        record.report(.badDate, at: item, "The period ends before it begins.")
      }
      return Calendar.Period(from: from, to: to, what: parts.string("what") ?? "mourning")
    }
  }
}
