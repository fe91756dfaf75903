import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server behind TLS that answers each piece that comes with `{}` and keeps it.
final class SecureStub: Sendable {
  let port: Int
  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let log = Log()

  final class Log: Sendable {
    let pieces = Mutex<[String]>([])
  }

  private final class Answering: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    let log: Log

    init(_ log: Log) {
      self.log = log
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let piece = String(buffer: unwrapInboundIn(data))
      log.pieces.withLock { $0.append(piece) }
      let answer = ByteBuffer(string: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
      context.writeAndFlush(wrapOutboundOut(answer), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }

  /// Shows a certificate out of `Certificates`.
  init(_ certificate: String) async throws {
    let chain = try NIOSSLCertificate.fromPEMFile(Self.path(certificate))
    let key = try NIOSSLPrivateKey(file: Self.path("key.pem"), format: .pem)
    let context = try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key)))
    let server = try await ServerBootstrap(group: group)
      .childChannelInitializer { [log] channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
          try channel.pipeline.syncOperations.addHandler(Answering(log))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = server.localAddress?.port ?? 0
  }

  /// The place of a certificate.
  static func path(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Certificates/" + name).path
  }

  func stop() async throws {
    try await group.shutdownGracefully()
  }

  /// What came.
  var received: String { log.pieces.withLock { $0.joined() } }
}
