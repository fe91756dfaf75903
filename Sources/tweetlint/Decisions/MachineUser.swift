import Glibc

/// The user of the machine who runs the program.
enum MachineUser {
  /// The name, or the number where there is no name.
  ///
  /// The system is asked, since anybody can put any name into the environment.
  static var name: String {
    entry { entry, text, size, found in
      guard getpwuid_r(getuid(), entry, text, size, found) == 0, found.pointee != nil else {
        return nil
      }
      // The name lies in the buffer for texts, so it is copied while that is there.
      return entry.pointee.pw_name.map { String(cString: $0) }
    } ?? "uid \(getuid())"
  }

  /// Whether a name is that of a user.
  static func exists(_ name: String) -> Bool {
    entry { entry, text, size, found in
      getpwnam_r(name, entry, text, size, found) == 0 && found.pointee != nil
    }
  }

  /// Looks something up in the list of users, with room for an entry and for its texts while `look` runs and no longer.
  private static func entry<Value>(
    _ look: (
      _ entry: UnsafeMutablePointer<passwd>, _ text: UnsafeMutablePointer<CChar>, _ size: Int,
      _ found: UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
    ) -> Value
  ) -> Value {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16 << 10) { text in
      guard let start = text.baseAddress else { preconditionFailure("the buffer has no place") }
      return look(&entry, start, text.count, &found)
    }
  }
}
