import Archives
import Audit
import Digests
import Drafts
import Glibc
import Reports
import RiskEngine
import Rules

/// What a command and the settings make of an audit.
struct AuditPlan {
  /// What the run is told.
  let order: AuditRun.Order
  /// What its threads share.
  let context: AuditContext
  /// The rules that the posts are checked by.
  let identity: RulesIdentity

  /// The rules that they are checked by besides, to compare.
  let otherIdentity: RulesIdentity?
  /// What is known already, when there is a baseline.
  let baseline: BaselineFile?

  private let rules: ActiveRules
  private let settings: Settings
  private let command: AuditRunCommand

  /// Works out what is to be done.
  init(
    _ command: AuditRunCommand, settings: Settings, rules: ActiveRules
  ) throws(CommandFault) {
    self.command = command
    self.settings = settings
    self.rules = rules
    let manifest = rules.program.manifest
    identity = rules.identity
    let baseline = try BaselineFile(command.known)
    self.baseline = baseline
    var reading = try command.reading.options(ruleIDs: rules.ids)
    reading.shouldStop = { StopSignal.isReceived }
    order = AuditRun.Order(
      paths: command.paths, reading: reading,
      jobs: command.jobs ?? Machine.coreCount, resume: command.resume, baseline: baseline,
      isQuiet: command.quiet, showing: Self.showing(by: command))
    let other = try command.compareRules.map { folder throws(CommandFault) in
      try ActiveRules(settings, insteadFrom: folder)
    }
    otherIdentity = other?.identity
    context = AuditContext(
      rules: rules.compiled(.machineCode), disabledRules: rules.disabled,
      profile: { settings.profile(of: $0) },
      account: command.reading.ofAccount.map(DraftFields.handle) ?? settings.account.value,
      filter: try command.filter.filter(categories: manifest.categories.map(\.id)),
      writer: AuditLineWriter(
        Report(
          records: [], isList: true, manifest: manifest, rulesSHA256: identity.sha256,
          toolVersion: ToolVersion.current, exitCode: 0, showsSensitive: command.showSensitive)),
      other: other.map {
        AuditContext.OtherRules(rules: $0.compiled(.machineCode), disabledRules: $0.disabled)
      }, writesLines: command.resume != nil || command.format == .jsonl,
      baseline: baseline.map { BaselineCheck($0.baseline, key: $0.key) })
  }

  /// Makes the report.
  func sink(
    _ format: AuditFormat, to output: String?, usesColour: Bool, isQuiet: Bool
  ) throws(CommandFault) -> any AuditSink {
    let report = AuditReportForm(
      rules: rules.program, identity: identity, inputs: command.paths, usesColour: usesColour,
      isQuiet: isQuiet)
    return try report.sink(format, to: output)
  }

  /// What a command lists and shows, in words for reports.
  private static func showing(by command: AuditRunCommand) -> AuditEnd.Showing {
    AuditEnd.Showing(
      isSensitiveShown: command.showSensitive,
      filters: command.filter.words
        + (command.known.baseline == nil ? [] : ["findings that the baseline does not know"]))
  }

  /// What must be the same for a run to go on where another ended.
  func conditions() throws(CommandFault) -> [Checkpoint.Condition] {
    var conditions: [Checkpoint.Condition] = []
    for path in command.paths {
      conditions.append(
        Checkpoint.Condition(name: "the input \(path) is", state: try InputState.words(of: path)))
    }
    conditions.append(Checkpoint.Condition(name: "the rules are", state: identity.sha256))
    if let otherIdentity {
      conditions.append(
        Checkpoint.Condition(
          name: "the rules to compare with are", state: otherIdentity.sha256))
    }
    if let baseline { conditions.append(baseline.condition) }
    let options = """
      \(command.reading) \(command.filter) \(command.showSensitive) \(settings.account.value ?? "") \
      \(settings.profile.value) \(settings.accounts.value.sorted { $0.key < $1.key }) \
      \(rules.disabled.sorted()) \(ToolVersion.current)
      """
    conditions.append(
      Checkpoint.Condition(
        name: "the options and settings are", state: Digests.sha256(options.utf8)))
    return conditions
  }
}
