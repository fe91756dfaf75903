import DecisionLog
import Glibc

/// Where decisions are kept.
struct DecisionSettings: Sendable {
  /// The log, or why it cannot be used.
  func log() throws(CommandFault) -> Result<DecisionLog, LogFault> {
    let environment = Environment.values
    let home = environment["HOME"] ?? "."
    let state = environment["XDG_STATE_HOME"] ?? home + "/.local/state"
    let settings = environment["XDG_CONFIG_HOME"] ?? home + "/.config"
    do throws(LogFault) {
      let keys = try LogKeys.load(settings + "/tweetlint/decisions.key")
      return .success(
        try DecisionLog(
          at: state + "/tweetlint/decisions.sqlite", keys: keys, keepsText: false
        ) { Int64(time(nil)) * 1000 })
    } catch {
      return .failure(error)
    }
  }
}

extension Settings {
  /// Where decisions are kept.
  var decisions: Setting<DecisionSettings> { Setting(DecisionSettings()) }
}
