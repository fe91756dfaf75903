import Glibc

/// The variables of the environment that the program looks at, and no others.
enum Environment {
  /// The names that mean something.
  private static let names = [
    SettingsFile.variable, "HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "NO_COLOR", "TERM",
    BaselineKey.variable,
  ]

  /// Their values, where they are set.
  static var values: [String: String] {
    var values: [String: String] = [:]
    for name in names {
      if let value = getenv(name) {
        values[name] = String(cString: value)
      }
    }
    return values
  }
}
