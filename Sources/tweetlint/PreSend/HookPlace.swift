import Glibc
import PreSend

/// A folder of hooks that a command is about, and the kinds of hook in it.
struct HookPlace {
  /// The folder.
  let folder: String
  /// The kinds of hook.
  let kinds: [HookKind]

  /// Finds the folder that options name; `.tweetlint/hooks` when they name none.
  init(_ options: HookPlaceOptions) throws(CommandFault) {
    if options.git {
      folder = try Self.gitFolder()
      kinds = [.preCommit, .prePush]
    } else if options.global {
      guard let own = HookFolder.ownPath(environment: Environment.value) else {
        throw .message(
          "neither XDG_CONFIG_HOME nor HOME is set to an absolute path, so there is no folder of your own"
        )
      }
      folder = own
      kinds = [.preSend]
    } else {
      folder = options.dir ?? ".tweetlint/hooks"
      kinds = [.preSend]
    }
  }

  /// The folder in which git looks for hooks here.
  static func gitFolder() throws(CommandFault) -> String {
    try CommandFault.waitingForHooks { () async throws(HookFault) in
      try await GitDrafts.hooksFolder()
    }
  }

  /// The installer for the folder, which calls this program.
  var installer: HookInstaller {
    HookInstaller(folder: folder, program: Self.program)
  }

  /// The path of this program.
  private static var program: String {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    return count > 0
      ? String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      : CommandLine.arguments[0]
  }
}
