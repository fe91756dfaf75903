import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Connects to the server behind the gateway.
struct UpstreamConnector: Sendable {
  /// The server.
  let address: UpstreamAddress
  private let context: NIOSSLContext?
  private let timeout: TimeAmount

  /// Reads what certificates are trusted.
  init(_ configuration: GatewayConfiguration) throws(GatewayFault) {
    address = configuration.upstream
    timeout = .seconds(configuration.limits.connectSeconds)
    guard address.isSecure else {
      context = nil
      return
    }
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.applicationProtocols = ["http/1.1"]
    if let file = configuration.certificates {
      tls.additionalTrustRoots = [.file(file)]
    }
    do {
      context = try NIOSSLContext(configuration: tls)
    } catch {
      let file = configuration.certificates.map { "in \($0) " } ?? ""
      throw .certificates("the certificates \(file)could not be read; they must be in PEM form")
    }
  }

  /// Connects, with `handler` at the end of the line.
  func connect(
    on loop: any EventLoop, _ handler: some ChannelHandler
  ) -> EventLoopFuture<any Channel> {
    let handler = NIOLoopBound(handler, eventLoop: loop)
    return ClientBootstrap(group: loop)
      .connectTimeout(timeout)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          if let context {
            try pipeline.addHandler(
              NIOSSLClientHandler(context: context, serverHostname: address.serverName))
          }
          var framing = HTTPRequestEncoder.Configuration()
          framing.automaticallySetFramingHeaders = false
          try pipeline.addHandler(HTTPRequestEncoder(configuration: framing))
          try pipeline.addHandler(
            ByteToMessageHandler(
              HTTPResponseDecoder(
                leftOverBytesStrategy: .forwardBytes, informationalResponseStrategy: .forward)))
          try pipeline.addHandler(handler.value)
        }
      }
      .connect(host: address.host, port: address.port)
  }
}

extension TimeAmount {
  /// Seconds with a fraction.
  static func seconds(_ seconds: Double) -> TimeAmount {
    .nanoseconds(Int64(seconds * 1_000_000_000))
  }
}
