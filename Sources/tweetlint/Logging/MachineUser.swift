import Glibc

/// The user of the machine who runs the program.
enum MachineUser {
  /// The name, or the number where there is no name.
  ///
  /// The system is asked, since anybody can put any name into the environment.
  static var name: String {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16 << 10)
    guard getpwuid_r(getuid(), &entry, &buffer, buffer.count, &found) == 0, found != nil,
      let name = entry.pw_name
    else { return "uid \(getuid())" }
    return String(cString: name)
  }

  /// Whether a name is that of a user.
  static func exists(_ name: String) -> Bool {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16 << 10)
    return getpwnam_r(name, &entry, &buffer, buffer.count, &found) == 0 && found != nil
  }
}
