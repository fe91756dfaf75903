/// Why hooks could not be found, installed or run.
package enum HookFault: Error, Equatable, Sendable {
  /// A folder of hooks that was named is not there.
  case noFolder(String)
  /// A file or folder can be changed by others than its user, so that it is not run.
  case unsafe(path: String, reason: String)
  /// A file could not be read, written, moved or taken away.
  case system(path: String, reason: String)
  /// A hook of somebody else's stands where ours was kept aside.
  case inTheWay(String)
  /// A command such as git did not do what was asked.
  case command(String, reason: String)

  /// What is wrong and how to mend it, in words.
  package var words: String {
    switch self {
    case .noFolder(let path):
      "there is no folder of hooks \(path). `tweetlint hook install --dir \(path)` makes it."
    case .unsafe(let path, let reason):
      "\(path) is not run: \(reason). Make it yours and writable by you alone (chown, chmod go-w)."
    case .system(let path, let reason): "\(path): \(reason)"
    case .inTheWay(let path):
      "\(path) is there already, so the hook that stands now cannot be kept aside. Move one of them away."
    case .command(let name, let reason): "\(name) failed: \(reason)"
    }
  }
}
