import ArgumentParser
import PreSend
import Reports

/// Says how hooks stand.
struct HookStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say which hooks are in place, here, for git and for you.",
    discussion: """
      EXIT STATUS
        0  every hook that was asked for is in place
        1  one is missing, foreign, outdated or would not be run
        2  it could not be found out
      """)

  @OptionGroup var place: HookPlaceOptions

  func run() throws {
    let place = try HookPlace(place)
    var isWhole = true
    var lines = ""
    for kind in place.kinds {
      let state = place.installer.state(of: kind)
      if case .installed = state {} else { isWhole = false }
      lines += "\(place.folder)/\(kind.rawValue): \(Self.words(state))\n"
    }
    if place.kinds == [.preSend] {
      do throws(HookFault) {
        for hook in try HookFolder(path: place.folder).others() { lines += "  then \(hook)\n" }
      } catch {
        lines += "  \(error.words)\n"
        isWhole = false
      }
    }
    try CommandOutput.deliver(lines)
    if !isWhole { throw CommandFault.exit(1) }
  }

  private static func words(_ state: HookInstaller.State) -> String {
    switch state {
    case .installed(let kept): kept.map { "installed; \($0) is run as well" } ?? "installed"
    case .outdated: "installed for another program; install it again"
    case .foreign:
      "a hook of somebody else; `tweetlint hook install` keeps it, and TweetLint then runs first"
    case .missing: "missing"
    case .unsafe(let fault): fault.words
    }
  }
}
