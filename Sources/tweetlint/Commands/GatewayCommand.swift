import Archives
import ArgumentParser
import DecisionLog
import Drafts
import Gateway
import PreSend
import RiskEngine

/// Stands between a client and its network, and reads what the client writes.
struct GatewayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gateway", abstract: "Read what a client posts, on its way to the network.",
    discussion: """
      A client that is told to use http://127.0.0.1:3001 as its server works as before: what it \
      reads passes as it is, and so do writes without words, such as a follow. Posts, edits, \
      descriptions of pictures, polls and profiles are read first. What is not to be sent is \
      answered with an error that says why, and a write that the gateway does not know is not sent.

      The gateway is no lock: a client that goes to the network directly is not read. Credentials \
      pass through and are written nowhere.

      EXAMPLES
        tweetlint gateway --upstream https://mastodon.example
        tweetlint gateway --upstream https://bsky.social --api bluesky --listen 127.0.0.1:3002

      EXIT STATUS
        2   it could not listen, or something could not be read
        64  wrong usage
        130, 143  it was ended by Ctrl-C or by SIGTERM; running requests came to their end first
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("The server, such as https://mastodon.example.", valueName: "url"))
  var upstream: String

  @Option(name: .long, help: "What the server speaks: mastodon, bluesky or x.")
  var api: GatewayAPI = .mastodon

  @Option(
    name: .long,
    help: ArgumentHelp("Where clients connect; port 0 takes a free one.", valueName: "host:port"))
  var listen = "127.0.0.1:3001"

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A further name, with its port, by which clients call the gateway; may be given more than once.",
      valueName: "host:port"))
  var name: [String] = []

  @Flag(name: .long, help: "Listen on an address that other machines can reach.")
  var allowOtherMachines = false

  @Option(name: .long, help: ArgumentHelp("The account that publishes.", valueName: "handle"))
  var account: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Further trusted certificates, in PEM form.", valueName: "file"),
    completion: .file(extensions: ["pem"]))
  var ca: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A file for the process's number while it listens.", valueName: "file"),
    completion: .file())
  var pidFile: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The folder of hooks that are asked as well; PRESEND_HOOKS_DIR, the nearest .tweetlint/hooks or your own if left out.",
      valueName: "dir"), completion: .directory)
  var hooks: String?

  @OptionGroup(title: "Settings")
  var shared: SharedOptions

  mutating func validate() throws {
    do throws(GatewayFault) {
      _ = try UpstreamAddress(upstream)
    } catch {
      throw ValidationError("--upstream: \(error.words)")
    }
    if ListeningPlace(listen) == nil {
      throw ValidationError(
        "--listen is a host and a port of 0 to 65535, such as 127.0.0.1:3001, not \(listen).")
    }
  }

  func run() throws {
    CoreFiles.forbid()
    let desk = try PreSendDesk(try shared.settings())
    let gatekeeper = try desk.gatekeeper(for: .gateway, .machineCode, hooks: hooks)
    // A gateway that can record nothing would stop everything; better said at once.
    if case .failure(let fault) = Waiting.for({ await gatekeeper.log?.value }) {
      throw CommandFault(fault)
    }
    var configuration = try gateway(
      account: account.map(DraftFields.handle) ?? desk.settings.account.value)
    // Hooks are asked one after another.
    configuration.limits.judgeSeconds += gatekeeper.chain?.mostSeconds ?? 0
    try GatewayRun(
      configuration: configuration,
      judge: { request in await gatekeeper.decide(desk.completed(request)) }, pidFile: pidFile
    ).run()
  }

  private func gateway(account: String?) throws(CommandFault) -> GatewayConfiguration {
    let upstream: UpstreamAddress
    do throws(GatewayFault) {
      upstream = try UpstreamAddress(self.upstream)
    } catch {
      throw .message(error.words)
    }
    var configuration = GatewayConfiguration(upstream: upstream, api: api)
    guard let place = ListeningPlace(listen) else {
      throw .message("--listen is a host and a port, such as 127.0.0.1:3001")
    }
    if place.isReached(by: upstream) {
      throw .message("--upstream is the gateway itself, so each request would go round in a circle")
    }
    configuration.host = place.host
    configuration.port = place.port
    configuration.names = name
    configuration.allowsOtherMachines = allowOtherMachines
    configuration.account = account
    configuration.certificates = ca
    configuration.textOfHTML = { HTMLText.text(of: $0) }
    return configuration
  }
}

extension GatewayAPI: ExpressibleByArgument {}
