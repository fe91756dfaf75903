import NIOHTTP1

/// What every conversation needs and none changes.
final class GatewayParts: Sendable {
  /// The settings.
  let configuration: GatewayConfiguration
  /// What turns requests down at the door.
  let screening: Screening
  /// What requests are.
  let routes: RouteTable
  /// What bodies that are being read may take.
  let budget: BodyBudget
  /// The way to the server.
  let connector: UpstreamConnector
  /// Who decides.
  let judge: GatewayJudge
  /// Who hears what became of requests.
  let note: @Sendable (GatewayNote) -> Void

  init(
    configuration: GatewayConfiguration, port: Int, connector: UpstreamConnector,
    judge: @escaping GatewayJudge, note: @escaping @Sendable (GatewayNote) -> Void
  ) {
    self.configuration = configuration
    screening = Screening(host: configuration.host, port: port, names: configuration.names)
    routes = RouteTable(configuration.api)
    budget = BodyBudget(configuration.limits.heldBytes)
    self.connector = connector
    self.judge = judge
    self.note = note
  }
}
