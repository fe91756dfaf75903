/// What a gateway listens on, what stands behind it, and how far it goes.
package struct GatewayConfiguration: Sendable {
  /// The address that clients connect to.
  package var host = "127.0.0.1"
  /// The port that clients connect to; 0 for one that is free.
  package var port = 3001
  /// True when the address may be one that other machines can reach.
  package var allowsOtherMachines = false
  /// Where requests go.
  package var upstream: UpstreamAddress
  /// Further names, with a port where it is not 80, by which clients may call the gateway.
  package var names: [String] = []
  /// What the server behind the gateway speaks.
  package var api: GatewayAPI
  /// The account that publishes, without the at sign; it goes into each request to the judge.
  package var account: String?
  /// A file of certificates in PEM form that are trusted besides the machine's own.
  package var certificates: String?
  /// How much is read and how long is waited.
  package var limits = GatewayLimits()
  /// Turns the HTML of a post that is answered into its text; without it such a post is known by its address only.
  package var textOfHTML: (@Sendable (String) -> String)?

  /// A gateway with the usual address and limits.
  package init(upstream: UpstreamAddress, api: GatewayAPI) {
    self.upstream = upstream
    self.api = api
  }
}
