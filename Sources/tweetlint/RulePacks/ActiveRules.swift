import Digests
import Reports
import RiskEngine
import Rules
import StarterRules

/// The rules in force, settings applied.
struct ActiveRules: Sendable {
  /// The program, with the settings' scoring and days of mourning.
  let program: RuleProgram
  /// The rules that are switched off.
  let disabled: Set<String>
  private let isPackShipped: Bool
  private let isShipped: Bool

  /// The SHA-256 of the program in its compact form, and of the rules that are switched off, in hexadecimal digits; it
  /// takes milliseconds for any other rules than the shipped ones.
  var sha256: String {
    let whole = isShipped ? StarterRules.sha256 : Digests.sha256(program.serialised().utf8)
    guard !disabled.isEmpty else { return whole }
    return Digests.sha256((whole + "\ndisabled " + disabled.sorted().joined(separator: " ")).utf8)
  }

  /// Which rules these are.
  var identity: RulesIdentity {
    let manifest = program.manifest
    return RulesIdentity(pack: manifest.id, version: manifest.version, sha256: sha256)
  }

  /// Loads the rules that settings name, or those of a folder instead, and applies what else the settings say.
  ///
  /// Another pack need not have the rules that the settings switch off or have a policy for.
  init(_ settings: Settings, insteadFrom folder: String? = nil) throws(CommandFault) {
    let source = PackSource(folder: folder ?? settings.rules.value, added: settings.addRules.value)
    var program = try source.program()
    program.manifest.scoring = settings.scoring.value.applied(to: program.manifest.scoring)
    if !settings.mourning.value.isEmpty {
      Self.add(settings.mourning.value, to: &program.calendars)
    }
    disabled = Set(settings.disable.value.map(\.value))
    if folder == nil { try Self.check(settings, against: program) }
    try Self.check(program.manifest.scoring, of: settings)
    self.program = program
    isPackShipped = source.isShipped
    isShipped =
      isPackShipped && settings.scoring.value == ScoringChange()
      && settings.mourning.value.isEmpty
  }

  /// The rules made ready for the engine.
  func compiled(_ mode: PatternSet.Mode) -> CompiledRules {
    // Settings never change the pack's expressions, so its ready-made prefilter still fits.
    CompiledRules(program, mode: mode, prefilter: isPackShipped ? StarterRules.prefilter() : nil)
  }

  /// The ids of the rules.
  var ids: [String] {
    program.ruleIDs
  }

  private static func add(_ periods: [Calendar.Period], to calendars: inout [Calendar]) {
    if let index = calendars.firstIndex(where: { $0.id == "mourning" }) {
      calendars[index].periods += periods
    } else {
      calendars.append(
        Calendar(
          id: "mourning", title: "Mourning", source: "settings", periods: periods,
          place: SourcePlace(file: "", line: 1, column: 1)))
    }
  }

  /// Turns away weights and bands that do not rise, as loading a pack does; what settings leave out is the pack's.
  private static func check(_ scoring: Scoring, of settings: Settings) throws(CommandFault) {
    let weights = Severity.allCases.map { scoring.points(of: $0) }
    let place = settings.file ?? "the settings"
    if zip(weights, weights.dropFirst()).contains(where: { $0 > $1 }) {
      throw .message(
        "\(place): with `scoring`, a graver severity weighs less than a lighter one: "
          + zip(Severity.allCases, weights).map { "\($0.rawValue) \($1)" }.joined(separator: ", "))
    }
    if scoring.review > scoring.hold {
      throw .message(
        "\(place): with `scoring`, the band `hold` begins at \(scoring.hold), below the band `review` at "
          + "\(scoring.review); `review` is the lower of the two")
    }
  }

  /// Turns away names that no rule has: what a setting says of them would silently be without effect.
  private static func check(
    _ settings: Settings, against program: RuleProgram
  ) throws(CommandFault) {
    let ids = program.ruleIDs
    let named =
      settings.disable.value.map { ($0, " to switch off") }
      + settings.preSend.value.rules.map { ($0, " for `pre_send` to name") }
    let problems = named.filter { !ids.contains($0.0.value) }.map { rule, purpose in
      RuleProblem(
        .unknownValue, at: rule.place, "There is no rule `\(rule.value)`\(purpose).",
        hint: Nearest.to(rule.value, among: ids).map { "Did you mean `\($0)`?" }
          ?? "`tweetlint rules list` names them.",
        width: rule.value.unicodeScalars.count)
    }
    guard problems.isEmpty else { throw .problems(problems) }
  }
}
