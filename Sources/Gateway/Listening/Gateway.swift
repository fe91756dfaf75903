import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server on this machine that clients take for their network's, and that reads each post before it goes on.
package final class Gateway: Sendable {
  private let configuration: GatewayConfiguration
  private let judge: GatewayJudge
  private let note: @Sendable (GatewayNote) -> Void
  private let running = Mutex<Running?>(nil)

  /// What there is while it runs.
  private struct Running: Sendable {
    let group: MultiThreadedEventLoopGroup
    let server: any Channel
    let connections: OpenConnections
  }

  /// Makes a gateway, which then has to be started.
  ///
  /// - Parameters:
  ///   - configuration: What it listens on and what stands behind it.
  ///   - judge: Decides about posts; called from any task.
  ///   - note: Told what became of each request; called from any thread.
  package init(
    configuration: GatewayConfiguration, judge: @escaping GatewayJudge,
    note: @escaping @Sendable (GatewayNote) -> Void
  ) {
    self.configuration = configuration
    self.judge = judge
    self.note = note
  }

  /// Begins to listen, and tells where.
  package func start() async throws(GatewayFault) -> (host: String, port: Int) {
    let address = try await listeningAddress()
    let connector = try UpstreamConnector(configuration)
    let connections = OpenConnections(most: configuration.limits.connections)
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let parts = Mutex<GatewayParts?>(nil)
    let server: any Channel
    do {
      server = try await ServerBootstrap(group: group)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .serverChannelOption(.backlog, value: 256)
        .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
        .childChannelInitializer { [limits = configuration.limits] channel in
          channel.eventLoop.makeCompletedFuture {
            guard connections.add(channel), let parts = parts.withLock({ $0 }) else {
              throw ChannelError.ioOnClosedChannel
            }
            try Self.addHandlers(to: channel, parts, limits)
          }
        }
        .bind(to: address).get()
    } catch {
      try? await group.shutdownGracefully()
      let reason = (error as? IOError).map { String(cString: strerror($0.errnoCode)) }
      throw .listening(
        "the gateway cannot listen on \(configuration.host):\(configuration.port): "
          + (reason ?? "\(error)"))
    }
    let port = server.localAddress?.port ?? configuration.port
    parts.withLock {
      $0 = GatewayParts(
        configuration: configuration, port: port, connector: connector, judge: judge, note: note)
    }
    running.withLock { $0 = Running(group: group, server: server, connections: connections) }
    return (configuration.host, port)
  }

  /// Takes no more connections, lets running requests come to their end for a while, and ends.
  package func stop() async {
    guard let running = running.withLock({ $0.take() }) else { return }
    try? await running.server.close()
    let open = running.connections.all
    for channel in open {
      channel.pipeline.fireUserInboundEventTriggered(GatewayStopping())
    }
    let patience = TimeAmount.seconds(configuration.limits.drainSeconds)
    let force = running.group.next().scheduleTask(in: patience) {
      for channel in open { channel.close(promise: nil) }
    }
    for channel in open {
      try? await channel.closeFuture.get()
    }
    force.cancel()
    try? await running.group.shutdownGracefully()
  }

  private func listeningAddress() async throws(GatewayFault) -> SocketAddress {
    let host = configuration.host
    let address: SocketAddress
    do {
      address = try SocketAddress.makeAddressResolvingHost(host, port: configuration.port)
    } catch {
      throw .listening("there is no address \(host) on this machine")
    }
    guard address.isLoopback || configuration.allowsOtherMachines else {
      throw .listening(
        "\(host) can be reached from other machines, and the gateway has no passwords of its own; "
          + "use 127.0.0.1, or allow it explicitly")
    }
    return address
  }

  private static func addHandlers(
    to channel: any Channel, _ parts: GatewayParts, _ limits: GatewayLimits
  ) throws {
    var framing = HTTPResponseEncoder.Configuration()
    framing.automaticallySetFramingHeaders = false
    var decoding = NIOHTTPDecoderLimitConfiguration()
    decoding.maxHeaderFieldSize = limits.headerBytes
    decoding.maxHeaderListSize = limits.headerBytes
    let pipeline = channel.pipeline.syncOperations
    try pipeline.addHandler(HTTPResponseEncoder(configuration: framing))
    try pipeline.addHandler(
      ByteToMessageHandler(
        HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes, limitConfiguration: decoding)))
    try pipeline.addHandler(Conversation(parts))
  }
}

extension SocketAddress {
  /// True when only this machine can reach it.
  fileprivate var isLoopback: Bool {
    switch self {
    case .v4: ipAddress?.utf8.starts(with: "127.".utf8) == true
    case .v6: ipAddress == "::1"
    case .unixDomainSocket: false
    }
  }
}
