import ArgumentParser
import PreSend

/// Installs hooks.
struct HookInstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Put hooks in place; one that is there already goes on being run.")

  @OptionGroup var place: HookPlaceOptions

  func run() throws {
    let place = try HookPlace(place)
    for kind in place.kinds {
      let kept = try CommandFault.hooks { () throws(HookFault) in
        try place.installer.install(kind)
      }
      let more = kept.map { "; what was there is kept as \($0) and goes on being run" } ?? ""
      try CommandOutput.deliver("installed \(place.folder)/\(kind.rawValue)\(more)\n")
    }
  }
}

/// Takes hooks away.
struct HookUninstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall", abstract: "Take hooks away and put back what they stood in for.")

  @OptionGroup var place: HookPlaceOptions

  func run() throws {
    let place = try HookPlace(place)
    for kind in place.kinds {
      let isGone = try CommandFault.hooks { () throws(HookFault) in
        try place.installer.uninstall(kind)
      }
      try CommandOutput.deliver(
        isGone
          ? "took away \(place.folder)/\(kind.rawValue)\n"
          : "\(place.folder)/\(kind.rawValue): there is no hook of TweetLint\n")
    }
  }
}
