import DecisionLog
import Files
import PostText
import PreSend
import Reports
import RiskEngine
import Rules
import Synchronization

/// Puts together what decides about posts before they are sent, from the settings.
struct PreSendDesk: Sendable {
  /// The settings in force.
  let settings: Settings
  /// The rules in force.
  let rules: ActiveRules
  /// Which rules these are; finding out takes milliseconds, in which other things can be done.
  private let identity: Task<RulesIdentity, Never>
  /// The rules that the environment sets aside, with its reason.
  private let waivers: [Draft.Waiver]
  /// The log of decisions when it is opened before a gatekeeper asks for it.
  private let log: Task<Result<DecisionLog, LogFault>, Never>?

  /// Loads the rules that settings name.
  ///
  /// - Parameters:
  ///   - settings: The settings in force.
  ///   - opensLog: Whether the log is opened meanwhile, since a decision is sure to follow; whoever ends the program
  ///     without one calls ``waitForLog()`` first.
  /// - Throws: Why the rules cannot be used.
  init(_ settings: Settings, opensLog: Bool = false) throws(CommandFault) {
    self.settings = settings
    let log = opensLog ? Self.opening(settings.decisions.value, mayMake: true) : nil
    self.log = log
    do throws(CommandFault) {
      rules = try ActiveRules(settings)
      waivers = try Self.waivers(among: rules.ids)
    } catch {
      Self.wait(for: log)
      throw error
    }
    identity = Task.detached { [rules] in rules.identity }
  }

  /// Waits until the log is open: a program that ends before might leave a key without its log.
  func waitForLog() {
    Self.wait(for: log)
  }

  private static func wait(for log: Task<Result<DecisionLog, LogFault>, Never>?) {
    if let log { _ = Waiting.for { await log.value } }
  }

  /// A gatekeeper for a way by which posts come.
  func gatekeeper(
    for surface: Decision.Surface, _ mode: PatternSet.Mode = .interpreted, hooks: String? = nil,
    isTrial: Bool = false
  ) throws(CommandFault) -> Gatekeeper {
    let preSend = settings.preSend.value
    var policy = preSend.policy
    policy.stopsFrom = settings.failOn.value
    // Before a log is made: a folder of hooks that is not there is no reason to leave one.
    let chain = try chain(hooks)
    return Gatekeeper(
      policy: policy, rules: identity,
      manifest: rules.program.manifest,
      log: isTrial ? logOfTrial : log ?? Self.opening(settings.decisions.value, mayMake: true),
      isTrial: isTrial, chain: chain, person: MachineUser.name,
      isUser: { MachineUser.exists($0) },
      surface: surface,
      assess: assess(mode))
  }

  /// The log in which a trial looks for approvals; `nil` where none was made yet.
  private var logOfTrial: Task<Result<DecisionLog, LogFault>, Never>? {
    let decisions = settings.decisions.value
    return decisions.isLogThere ? Self.opening(decisions, mayMake: false) : nil
  }

  /// The log of decisions, or why it cannot be used.
  private static func opening(
    _ decisions: DecisionSettings, mayMake: Bool
  ) -> Task<Result<DecisionLog, LogFault>, Never> {
    Task.detached {
      do throws(LogFault) {
        return .success(try decisions.open(mayMake: mayMake))
      } catch {
        return .failure(error)
      }
    }
  }

  /// A request with what settings and the environment say of it: its account, its day, and the rules set aside.
  func completed(_ request: PreSendRequest) -> PreSendRequest {
    var request = request
    request.draft = settings.completed(request.draft)
    request.draft.waivers += waivers
    return request
  }

  /// The rules that `PRESEND_SKIP` sets aside for the reason that `PRESEND_REASON` gives.
  private static func waivers(among ids: [String]) throws(CommandFault) -> [Draft.Waiver] {
    let named = (Environment["PRESEND_SKIP"] ?? "").unicodeScalars.split {
      $0 == "," || $0.properties.isWhitespace
    }.map { String($0) }
    for id in named where !ids.contains(id) {
      throw .message("PRESEND_SKIP: \(CommandFault.unknownRule(id, among: ids).words)")
    }
    guard let reason = Environment["PRESEND_REASON"], Override(reason: reason).hasReason else {
      if !named.isEmpty {
        Console.complain("tweetlint: PRESEND_SKIP sets no rule aside without PRESEND_REASON")
      }
      return []
    }
    return named.map { Draft.Waiver(rule: $0, reason: reason) }
  }

  /// The other hooks that are to be asked.
  private func chain(_ named: String?) throws(CommandFault) -> HookChain? {
    let preSend = settings.preSend.value
    let folder = try CommandFault.hooks { () throws(HookFault) in
      try HookFolder.inForce(
        named: named, environment: Environment.value, near: Folder.currentAndAbove)
    }
    return folder.map {
      HookChain(
        folder: $0, timeOut: Double(preSend.timeOut), onError: preSend.policy.onError)
    }
  }

  /// Checks drafts, one at a time whoever asks.
  private func assess(_ mode: PatternSet.Mode) -> @Sendable (Draft) -> Assessment {
    let checkers = Mutex(
      Checkers(rules: rules.compiled(mode), disabledRules: rules.disabled))
    let settings = settings
    return { draft in
      let profile = settings.profile(of: draft.account)
      return checkers.withLock { $0.check(draft, for: profile) }
    }
  }
}
