import NIOCore
import NIOHTTP1
import NIOSSL

/// The end of the line to the server; what comes there goes to the conversation with the client.
final class UpstreamLink: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundIn = HTTPClientRequestPart
  typealias OutboundOut = HTTPClientRequestPart

  private weak var conversation: Conversation?
  private var context: ChannelHandlerContext?
  private var wantsRead = false
  private var failure: (any Error)?

  /// How many requests went over the line.
  private(set) var requests = 0

  /// True when the server said that it will hang up after its answer.
  var isSpent = false

  init(_ conversation: Conversation) {
    self.conversation = conversation
  }

  /// The line itself; `nil` when it is gone.
  var channel: (any Channel)? { context?.channel }

  /// True when the server takes more.
  var isWritable: Bool { context?.channel.isWritable ?? false }

  /// True when the server did not get anything, because the connection was never made safe.
  var failedBeforeSending: Bool {
    if case .handshakeFailed? = failure as? NIOSSLError { return true }
    return failure is NIOSSLExtraError
  }

  /// Sends a part of a request.
  func send(_ part: HTTPClientRequestPart) {
    if case .head = part { requests += 1 }
    context?.write(wrapOutboundOut(part), promise: nil)
  }

  /// Sends what has been gathered.
  func flush() {
    context?.flush()
  }

  /// Hangs up; the conversation hears no more of it.
  func close() {
    conversation = nil
    context?.close(promise: nil)
  }

  /// Goes on with reading when that had to wait for the client.
  func resumeReading() {
    guard wantsRead, let context else { return }
    wantsRead = false
    context.read()
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
  }

  func read(context: ChannelHandlerContext) {
    if conversation?.takesAnswer ?? true {
      context.read()
    } else {
      wantsRead = true
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    conversation?.receive(unwrapInboundIn(data))
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    conversation?.flushAnswer()
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    conversation?.resumeReading()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // A server that ends without the farewell of TLS is common; where a body would be cut, the decoder says so too.
    if case .uncleanShutdown? = error as? NIOSSLError { return }
    failure = failure ?? error
    context.close(promise: nil)
    conversation?.serverLeft(self)
  }

  func channelInactive(context: ChannelHandlerContext) {
    conversation?.serverLeft(self)
  }
}
