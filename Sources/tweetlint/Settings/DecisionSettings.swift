import DecisionLog
import Glibc
import PreSend

/// Where decisions are kept, and for how long.
struct DecisionSettings: Equatable, Sendable {
  /// The keys of the setting.
  static let keys = ["log", "key", "shared", "keep_text", "text_days", "decision_days"]

  /// The file of the log; one in the user's folder for state when `nil`.
  var log: String?
  /// The file with the key of the log; one in the user's folder for settings when `nil`.
  var key: String?
  /// True when a group of users keeps the log together, so that one can approve what another sends.
  var isShared = false
  /// True when the words of posts are kept.
  var keepsText = false
  /// After how many days kept words are purged.
  var textDays = 90
  /// After how many days decisions are purged.
  var decisionDays = 2_555

  /// The file of the log that is in force; `nil` when the user has no home.
  var logPath: String? {
    log ?? Self.path("decisions.sqlite", in: .state)
  }

  /// The file of the key that is in force; `nil` when the user has no home.
  var keyPath: String? {
    key ?? Self.path("decisions.key", in: .settings)
  }

  /// True when the log was made already.
  var isLogThere: Bool {
    logPath.map { access($0, F_OK) == 0 } ?? false
  }

  /// Opens the log; with `mayMake`, it is made when it is not there yet, and so is its key.
  func openLog(mayMake: Bool = true) throws(CommandFault) -> DecisionLog {
    do throws(LogFault) {
      return try open(mayMake: mayMake)
    } catch {
      throw CommandFault(error)
    }
  }

  /// The same with the log's own faults.
  func open(mayMake: Bool) throws(LogFault) -> DecisionLog {
    guard let logPath, let keyPath else {
      throw .refused("there is no home folder for the decision log: name it under `decisions`")
    }
    let isThere = isLogThere
    guard isThere || mayMake else {
      throw .refused("there is no decision log \(logPath) yet")
    }
    // One key may serve several logs where settings name a log alone.
    if !isThere, (log == nil) == (self.key == nil) { try refuseLostLog(logPath, key: keyPath) }
    // A log whose key is lost must not get another one.
    let keys = try LogKeys.load(keyPath, mayMake: !isThere, isShared: isShared)
    return try DecisionLog(
      at: logPath, keys: keys, keepsText: keepsText, mayMake: mayMake, isShared: isShared
    ) { Self.now() }
  }

  /// A key without its log is a log that somebody took away; a key that is new is that of another program, which makes
  /// the log at this moment.
  private func refuseLostLog(_ logPath: String, key: String) throws(LogFault) {
    var status = Glibc.stat()
    guard stat(key, &status) == 0, time(nil) - status.st_mtim.tv_sec > 10,
      access(logPath, F_OK) != 0
    else { return }
    throw .unusable(
      path: logPath,
      reason:
        "there is a key for it, \(key), but no log. If the log was moved, put it back; to begin a new one, "
        + "move the key away as well")
  }

  private static func path(_ name: String, in folder: UserFolder) -> String? {
    folder.path(environment: Environment.value).map { $0 + "/" + name }
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}

extension CommandFault {
  /// Takes over what went wrong with the log.
  init(_ fault: LogFault) {
    self = .message(fault.words)
  }
}
