import Glibc

/// The user of the machine, by whom decisions are made.
enum Person {
  /// The user's name; their number where the machine knows no name.
  static var current: String {
    let user = getuid()
    guard let entry = getpwuid(user) else { return "uid \(user)" }
    return String(cString: entry.pointee.pw_name)
  }
}
