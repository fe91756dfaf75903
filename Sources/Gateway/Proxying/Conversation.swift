import NIOCore
import NIOHTTP1

/// The line to one client: takes its requests one after another, and for each decides, forwards and answers.
///
/// Reading waits whenever nobody can take what would be read, so nothing piles up here.
final class Conversation: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  /// What the line is at.
  enum Phase {
    /// Between two requests.
    case awaitingHead
    /// The body of a request that is read comes in.
    case gathering
    /// The judge thinks.
    case deciding
    /// The server is being called.
    case connecting
    /// The request goes to the server as it comes.
    case forwarding
    /// The request is with the server.
    case awaitingAnswer
    /// The last word is said; what still comes is dropped.
    case closing
  }

  /// What happens when the time is over.
  enum Expiry {
    case close
    case answer(Refusal)
  }

  let parts: GatewayParts
  var phase = Phase.awaitingHead
  var exchange: Exchange?
  /// Counts the requests, so that what comes late for an earlier one is found out.
  var number = 0
  var link: UpstreamLink?
  /// The bytes of the budget for bodies that are taken.
  var heldBytes = 0
  var thinking: Task<Void, Never>?
  private(set) var context: ChannelHandlerContext?
  private var queue = CircularBuffer<HTTPServerRequestPart>()
  private var wantsRead = false
  private var isAdvancing = false
  private(set) var isStopping = false
  private var timer: Scheduled<Void>?

  init(_ parts: GatewayParts) {
    self.parts = parts
  }

  /// How far things go.
  var limits: GatewayLimits { parts.configuration.limits }

  /// True when the client takes more of an answer.
  var takesAnswer: Bool { context?.channel.isWritable ?? true }

  // MARK: - The line

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    arm(limits.headSeconds, .close)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    disarm()
    self.context = nil
  }

  func read(context: ChannelHandlerContext) {
    if mayRead {
      context.read()
    } else {
      wantsRead = true
    }
  }

  /// Goes on with reading when that had to wait.
  func resumeReading() {
    guard wantsRead, mayRead, let context else { return }
    wantsRead = false
    context.read()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    queue.append(unwrapInboundIn(data))
    advance()
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { link?.resumeReading() }
  }

  func channelInactive(context: ChannelHandlerContext) {
    end(.left)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard event is GatewayStopping else { return context.fireUserInboundEventTriggered(event) }
    isStopping = true
    if exchange == nil, phase != .closing { context.close(promise: nil) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let fault = error as? HTTPParserError, fault != .invalidEOFState else {
      return hangUp(.left)
    }
    let isEndHere =
      exchange?.isWhole ?? true || queue.contains { if case .end = $0 { true } else { false } }
    if exchange == nil, queue.isEmpty {
      refuseUnreadable(fault)
    } else if isEndHere {
      // What came after a good request is broken; that request is still answered.
      isStopping = true
    } else {
      hangUp(.refused)
    }
  }

  private func refuseUnreadable(_ fault: HTTPParserError) {
    guard phase != .closing else { return }
    exchange = Exchange(
      HTTPRequestHead(version: .http1_1, method: HTTPMethod(rawValue: "-"), uri: "/"))
    exchange?.route = "unreadable"
    if fault == .headerOverflow {
      answer(.refused(431, "The headers of the request are too long."))
    } else {
      answer(.refused(400, "The request is not well-formed HTTP."))
    }
  }

  // MARK: - Parts of requests

  /// Takes what has come, as far as that is possible now.
  func advance() {
    guard !isAdvancing else { return }
    isAdvancing = true
    while acceptsPart, let part = queue.popFirst() {
      take(part)
    }
    isAdvancing = false
    if phase == .forwarding || phase == .awaitingAnswer { link?.flush() }
    resumeReading()
  }

  private var acceptsPart: Bool {
    switch phase {
    case .awaitingHead, .gathering, .forwarding, .closing: true
    case .deciding, .connecting, .awaitingAnswer: false
    }
  }

  private var mayRead: Bool {
    switch phase {
    case .awaitingHead, .gathering, .closing: queue.isEmpty
    case .forwarding: queue.isEmpty && link?.isWritable == true
    case .deciding, .connecting, .awaitingAnswer: false
    }
  }

  private func take(_ part: HTTPServerRequestPart) {
    switch (phase, part) {
    case (.awaitingHead, .head(let head)): begin(head)
    case (.gathering, .body(let bytes)): gather(bytes)
    case (.gathering, .end(let trailers)):
      exchange?.isWhole = true
      exchange?.trailers = trailers
      decide()
    case (.forwarding, .body(let bytes)):
      arm(limits.idleSeconds, .close)
      link?.send(.body(.byteBuffer(bytes)))
    case (.forwarding, .end(let trailers)):
      exchange?.isWhole = true
      link?.send(.end(trailers))
      awaitAnswer()
    default: break
    }
  }

  // MARK: - Ends

  /// Ends everything that still runs, with a word for the log about the request that did not come to its end.
  private func end(_ outcome: GatewayNote.Outcome) {
    if var exchange {
      exchange.outcome = outcome
      parts.note(exchange.note)
    }
    forget()
    phase = .closing
    disarm()
  }

  /// Hangs up at once.
  func hangUp(_ outcome: GatewayNote.Outcome) {
    end(outcome)
    context?.close(promise: nil)
  }

  /// Lets go of the request that runs and of the server.
  func forget() {
    endExchange()
    link?.close()
    link = nil
    queue.removeAll()
  }

  /// Lets go of the request that runs.
  func endExchange() {
    exchange = nil
    number += 1
    // A judge that is not waited for any more must not put on record what did not happen.
    thinking?.cancel()
    thinking = nil
    parts.budget.give(heldBytes)
    heldBytes = 0
  }

  // MARK: - Time

  /// Waits for so long, and no longer for what was waited for before.
  func arm(_ seconds: Double, _ expiry: Expiry) {
    disarm()
    timer = context?.eventLoop.assumeIsolated().scheduleTask(in: .seconds(seconds)) {
      switch expiry {
      case .close: self.hangUp(.failed)
      case .answer(let refusal): self.answer(refusal)
      }
    }
  }

  /// Waits no longer.
  func disarm() {
    timer?.cancel()
    timer = nil
  }
}

/// Tells a conversation that the gateway stops.
struct GatewayStopping: Sendable {}
