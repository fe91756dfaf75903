import NIOCore
import NIOHTTP1

/// Asks the server one thing on a line of its own and gathers the answer.
final class ServerQuestion: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundOut = HTTPClientRequestPart

  /// The most bytes of an answer.
  private static let limit = 1 << 20

  /// The body of a good answer; `nil` when there is none.
  private let result: EventLoopPromise<[UInt8]?>
  private let request: HTTPRequestHead
  private var isGood = false
  private var body: [UInt8] = []

  init(_ request: HTTPRequestHead, _ result: EventLoopPromise<[UInt8]?>) {
    self.request = request
    self.result = result
  }

  func channelActive(context: ChannelHandlerContext) {
    context.write(wrapOutboundOut(.head(request)), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): isGood = head.status == .ok
    case .body(let bytes):
      body += Array(bytes.readableBytesView)
      if body.count > Self.limit { context.close(promise: nil) }
    case .end:
      result.succeed(isGood ? body : nil)
      context.close(promise: nil)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    result.succeed(nil)
  }
}
