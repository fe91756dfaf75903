import Glibc

/// The variables of the environment.
enum Environment {
  /// The value of a variable; `nil` when it is not set.
  static subscript(name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The same for those who are told how to ask.
  static let value: @Sendable (String) -> String? = { Self[$0] }
}
