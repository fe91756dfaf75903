import NIOCore
import NIOHTTP1

extension Conversation {
  /// Takes a part of the server's answer.
  func receive(_ part: HTTPClientResponsePart) {
    guard exchange != nil, phase == .forwarding || phase == .awaitingAnswer else { return }
    switch part {
    case .head(let head): answerBegins(head)
    case .body(let bytes): write(.body(.byteBuffer(bytes)))
    case .end(let trailers):
      if exchange?.status == 101 {
        becomePipe()
      } else {
        finish(trailers)
      }
    }
  }

  /// Sends what of an answer has been gathered.
  func flushAnswer() {
    context?.flush()
    if exchange?.status != nil, phase == .forwarding || phase == .awaitingAnswer {
      arm(limits.idleSeconds, .close)
    }
  }

  /// The server hung up.
  func serverLeft(_ gone: UpstreamLink) {
    guard gone === link else { return }
    link = nil
    guard let exchange, phase == .forwarding || phase == .awaitingAnswer else { return }
    if exchange.status != nil {
      hangUp(.failed)
    } else if gone.requests > 1, exchange.canBeRepeated {
      // The server closed a line that had been quiet just when it was needed again.
      forward()
    } else if gone.failedBeforeSending {
      answer(.failed(502, "The server's certificate is not trusted, so nothing was sent."))
    } else {
      answer(unanswered(502, "The server hung up without an answer"))
    }
  }

  private func answerBegins(_ head: HTTPResponseHead) {
    guard let exchange else { return }
    let code = Int(head.status.code)
    let codings = head.headers["transfer-encoding"].map { $0.lowercased() }
    guard code != 101 || exchange.isUpgrade, codings.isEmpty || codings == ["chunked"] else {
      return answer(unanswered(502, "The server's answer could not be read"))
    }
    if code < 200, code != 101 {
      // Of a request that was read, the client was told already to go on.
      guard exchange.head.version == .http1_1, exchange.reading == nil else { return }
      write(.head(head))
      context?.flush()
      return
    }
    let closes =
      exchange.closes || isStopping || !exchange.isWhole
      || !ForwardedHead.isDelimited(head, for: exchange.head)
    self.exchange?.closes = closes
    self.exchange?.status = code
    if !head.isKeepAlive { link?.isSpent = true }
    write(.head(ForwardedHead.response(head, to: exchange.head, closes: closes)))
  }

  // MARK: - Answers of our own

  /// Answers instead of the server.
  func answer(_ refusal: Refusal) {
    guard let exchange else { return }
    if exchange.status != nil { return hangUp(.failed) }
    if exchange.isForwarded {
      link?.close()
      link = nil
    }
    let answer = Answer(
      refusal, api: parts.configuration.api, path: RequestTarget(exchange.head.uri).path)
    let closes = exchange.closes || isStopping || !exchange.isWhole
    self.exchange?.closes = closes
    self.exchange?.status = Int(answer.status.code)
    self.exchange?.outcome = refusal.outcome
    var headers = HTTPHeaders([
      ("Content-Type", "application/json; charset=utf-8"),
      ("Content-Length", String(answer.body.count)), ("Cache-Control", "no-store"),
    ])
    if closes { headers.add(name: "Connection", value: "close") }
    write(.head(HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers)))
    if exchange.head.method != .HEAD {
      write(.body(.byteBuffer(ByteBuffer(bytes: answer.body))))
    }
    finish(nil)
  }

  func write(_ part: HTTPServerResponsePart) {
    context?.write(wrapOutboundOut(part), promise: nil)
  }

  // MARK: - After an answer

  private func finish(_ trailers: HTTPHeaders?) {
    guard let exchange, let context else { return }
    parts.note(exchange.note)
    let closes = exchange.closes || isStopping || !exchange.isWhole
    if !exchange.isWhole || link?.isSpent == true {
      link?.close()
      link = nil
    }
    endExchange()
    let last = context.writeAndFlush(wrapOutboundOut(.end(trailers)))
    if closes {
      linger(after: last)
    } else {
      phase = .awaitingHead
      arm(limits.headSeconds, .close)
      advance()
    }
  }

  /// Says goodbye and waits for the client to do so: hanging up on what it still sends would lose it the answer.
  private func linger(after last: EventLoopFuture<Void>) {
    forget()
    phase = .closing
    arm(2, .close)
    last.assumeIsolated().whenComplete { _ in
      self.context?.close(mode: .output, promise: nil)
    }
    resumeReading()
  }

  // MARK: - Another protocol

  /// Steps aside: from here on bytes go through as they are.
  private func becomePipe() {
    guard let exchange, let context, let server = link?.channel else { return }
    parts.note(exchange.note)
    disarm()
    context.flush()
    link = nil
    endExchange()
    let (clientEnd, serverEnd) = BytePipe.pair()
    do {
      try Self.replaceHandlers(
        of: context.channel, with: clientEnd, HTTPResponseEncoder.self, Conversation.self,
        ByteToMessageHandler<HTTPRequestDecoder>.self)
      try Self.replaceHandlers(
        of: server, with: serverEnd, HTTPRequestEncoder.self, UpstreamLink.self,
        ByteToMessageHandler<HTTPResponseDecoder>.self)
    } catch {
      server.close(promise: nil)
      context.close(promise: nil)
    }
  }

  private static func replaceHandlers<Encoder, Handler, Decoder>(
    of channel: any Channel, with pipe: BytePipe, _ encoder: Encoder.Type, _ handler: Handler.Type,
    _ decoder: Decoder.Type
  ) throws
  where
    Encoder: RemovableChannelHandler, Handler: RemovableChannelHandler,
    Decoder: RemovableChannelHandler
  {
    let pipeline = channel.pipeline.syncOperations
    try pipeline.addHandler(pipe)
    // The decoder goes last: it hands what it has already read to the pipe.
    pipeline.removeHandler(try pipeline.handler(type: encoder), promise: nil)
    pipeline.removeHandler(try pipeline.handler(type: handler), promise: nil)
    pipeline.removeHandler(try pipeline.handler(type: decoder), promise: nil)
    channel.read()
  }
}

extension Refusal {
  /// The word for the log.
  fileprivate var outcome: GatewayNote.Outcome {
    switch reason {
    case .blocked: .blocked
    case .held: .held
    case .refused: .refused
    case .failed: .failed
    }
  }
}
