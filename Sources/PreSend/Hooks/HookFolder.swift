import Files

/// A folder of hooks: `pre-send`, what was there before it, and `pre-send.d`.
package struct HookFolder: Sendable, Equatable {
  /// The path of the folder.
  package let path: String

  /// Names a folder of hooks.
  package init(path: String) {
    self.path = path
  }

  /// The variable that names the folder.
  package static let variable = "PRESEND_HOOKS_DIR"

  /// The folder that is in force: the one named, the one of the environment, the nearest `.tweetlint/hooks` of the folders
  /// given, the user's own; `nil` when there is none.
  ///
  /// A folder that was named and is not there is a fault: hooks that somebody counts on would not be run.
  package static func inForce(
    named: String?, environment: (String) -> String?, near folders: [String]
  ) throws(HookFault) -> HookFolder? {
    let named = named ?? environment(variable).flatMap { $0.isEmpty ? nil : $0 }
    if let named {
      guard Folder.exists(named) else { throw .noFolder(named) }
      return HookFolder(path: named)
    }
    let own = ownPath(environment: environment)
    let places = folders.map { $0 + "/.tweetlint/hooks" } + (own.map { [$0] } ?? [])
    return places.first(where: Folder.exists).map(HookFolder.init)
  }

  /// The user's own folder of hooks, which is in force where there is no other.
  package static func ownPath(environment: (String) -> String?) -> String? {
    UserFolder.settings.path(environment: environment).map { $0 + "/hooks" }
  }

  /// The hooks besides our own, in the order in which they are run; unsafe ones are faults.
  ///
  /// A `pre-send` that is not ours is one of them, and so is the one that ours stands in for.
  package func others(of kind: HookKind = .preSend) throws(HookFault) -> [String] {
    guard Folder.exists(path) else { throw .noFolder(path) }
    try HookFile.checkFolder(path)
    var hooks: [String] = []
    let main = path + "/" + kind.rawValue
    if HookFile.exists(main) {
      try HookFile.check(main)
      if !HookShim.isOurs(try HookFile.read(main)) { hooks.append(main) }
    }
    if HookFile.exists(main + HookInstaller.legacy) { hooks.append(main + HookInstaller.legacy) }
    let more = main + ".d"
    if Folder.exists(more) {
      try HookFile.checkFolder(more)
      hooks += try HookFile.names(in: more).map { more + "/" + $0 }
    }
    for hook in hooks { try HookFile.check(hook) }
    return hooks
  }
}
