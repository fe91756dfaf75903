import NIOCore

/// One end of a line on which, after a change of protocol, bytes go through as they are.
final class BytePipe: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private weak var partner: BytePipe?
  private var context: ChannelHandlerContext?
  private var wantsRead = false

  /// Two ends that belong together.
  static func pair() -> (BytePipe, BytePipe) {
    let pair = (BytePipe(), BytePipe())
    pair.0.partner = pair.1
    pair.1.partner = pair.0
    return pair
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
  }

  func read(context: ChannelHandlerContext) {
    if partner?.context?.channel.isWritable ?? true {
      context.read()
    } else {
      wantsRead = true
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    // What the decoder had already read comes without a word that the reading is over, so nothing waits for one.
    partner?.context?.writeAndFlush(data, promise: nil)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    guard context.channel.isWritable, let partner, partner.wantsRead else { return }
    partner.wantsRead = false
    partner.context?.read()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    partner?.context?.close(promise: nil)
  }
}
