import NIOCore
import NIOHTTP1
import PostText
import PreSend

extension Conversation {
  /// Looks at a new request.
  func begin(_ head: HTTPRequestHead) {
    let exchange = Exchange(head)
    self.exchange = exchange
    if let refusal = parts.screening.refusal(of: head) { return answer(refusal) }
    switch parts.routes.finding(for: head) {
    case .read:
      self.exchange?.route = "read"
      forward()
    case .unknown: answer(.unknownWrite)
    case .write(let route):
      self.exchange?.route = route.pattern
      if case .nothing = route.reading { return forward() }
      beginReading(head, route.reading)
    }
  }

  private func beginReading(_ head: HTTPRequestHead, _ reading: Route.Reading) {
    exchange?.reading = reading
    if head.headers.contains(name: "content-encoding") {
      return answer(
        .refused(415, "Not sent: the gateway does not read compressed bodies. Nothing was sent."))
    }
    let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
    guard length <= bodyLimit else { return answer(tooLong) }
    phase = .gathering
    arm(limits.headSeconds, .answer(.refused(408, "The request did not come to its end.")))
    if exchange?.isExpectant == true {
      write(.head(HTTPResponseHead(version: .http1_1, status: .continue)))
      flushAnswer()
    }
  }

  /// Takes more of a body that is read.
  func gather(_ bytes: ByteBuffer) {
    guard parts.budget.take(bytes.readableBytes) else {
      return answer(
        .failed(503, "Not sent: too much is being read just now; try again. Nothing was sent."))
    }
    heldBytes += bytes.readableBytes
    exchange?.body.writeImmutableBuffer(bytes)
    if exchange?.body.readableBytes ?? 0 > bodyLimit { answer(tooLong) }
  }

  private var bodyLimit: Int {
    guard let exchange, case .fields(let keys)? = exchange.reading, !keys.files.isEmpty,
      SubmissionReader(head: exchange.head).carriesFiles
    else { return limits.textBytes }
    return limits.mediaBytes
  }

  private var tooLong: Refusal {
    .refused(
      413,
      "Not sent: the body has more than \(bodyLimit >> 10) KiB, which the gateway does not "
        + "read. Nothing was sent.")
  }

  // MARK: - Deciding

  /// Reads what would be published, and asks about it.
  func decide() {
    guard let exchange, let reading = exchange.reading else { return }
    phase = .deciding
    let submission: Submission
    do throws(Refusal) {
      submission = try SubmissionReader(head: exchange.head)
        .submission(in: Array(exchange.body.readableBytesView), by: reading)
    } catch {
      return answer(error)
    }
    if case .move(_, of: let keys) = reading {
      readWaitingPost(keys, movedBy: submission, exchange.head)
    } else {
      judge(submission, exchange.head)
    }
  }

  /// Asks the server what the post says that is to be moved, so that its words are read for their new day.
  private func readWaitingPost(
    _ keys: WordKeys, movedBy request: Submission, _ head: HTTPRequestHead
  ) {
    guard let context else { return }
    disarm()
    let number = number
    let path = String(decoding: RequestTarget(head.uri).path, as: UTF8.self)
    ServerReader(parts: parts, head: head).body(at: path, on: context.eventLoop)
      .assumeIsolated().whenSuccess { body in
        guard self.number == number, self.phase == .deciding else { return }
        do throws(Refusal) {
          guard let body else { throw WaitingPost.unread }
          self.judge(try WaitingPost(body, keys: keys).moved(by: request), head)
        } catch {
          self.answer(error)
        }
      }
  }

  private func judge(_ submission: Submission, _ head: HTTPRequestHead) {
    guard submission.hasWords else { return forward() }
    completeAndJudge(submission, head)
  }

  private func completeAndJudge(_ submission: Submission, _ head: HTTPRequestHead) {
    guard let context else { return }
    disarm()
    let number = number
    ParentReader(parts: parts, head: head)
      .completed(submission.draft, on: context.eventLoop)
      .assumeIsolated().whenSuccess { draft in
        guard self.number == number, self.phase == .deciding else { return }
        var request = PreSendRequest(draft)
        request.draft.account = self.parts.configuration.account
        request.draft.channel = self.parts.configuration.api.rawValue
        request.client = Self.product(of: head)
        request.scheduledAt = submission.scheduledAt
        self.judge(request)
      }
  }

  private func judge(_ request: PreSendRequest) {
    guard let context else { return }
    arm(
      limits.judgeSeconds,
      .answer(
        .failed(503, "Not sent: the check did not come to an end in time. Nothing was sent.")))
    let number = number
    let judge = parts.judge
    let promise = context.eventLoop.makePromise(of: PreSendVerdict.self)
    thinking = promise.completeWithTask { await judge(request) }
    promise.futureResult.assumeIsolated().whenSuccess { verdict in
      guard self.number == number, self.phase == .deciding else { return }
      self.follow(verdict)
    }
  }

  private func follow(_ verdict: PreSendVerdict) {
    disarm()
    exchange?.decisionID = verdict.decisionID
    switch verdict.decision {
    case .allow:
      exchange?.outcome = .allowed
      forward()
    case .warn:
      exchange?.outcome = .warned
      forward()
    case .hold: answer(Refusal(reason: .held, status: nil, words: verdict.words))
    case .block: answer(Refusal(reason: .blocked, status: nil, words: verdict.words))
    }
  }

  /// The program that the client names first, such as `toot/0.52.1`.
  private static func product(of head: HTTPRequestHead) -> String? {
    let product = (head.headers.first(name: "user-agent") ?? "").utf8.prefix { $0 > 0x20 }
    let signs = Array("-_./+".utf8)
    guard (1...64).contains(product.count),
      product.allSatisfy({ $0.isAlphanumeric || signs.contains($0) })
    else { return nil }
    return String(Substring(product))
  }

  // MARK: - Forwarding

  /// Sends the request on, calling the server first when the line is not there yet.
  func forward() {
    disarm()
    if let link, link.channel?.isActive == true { return send(on: link) }
    guard let context else { return }
    phase = .connecting
    let number = number
    let link = UpstreamLink(self)
    parts.connector.connect(on: context.eventLoop, link).assumeIsolated().whenComplete { _ in
      guard self.number == number, self.phase == .connecting else { return link.close() }
      if link.channel?.isActive == true {
        self.link = link
        self.send(on: link)
      } else {
        self.answer(
          .failed(502, "The server could not be reached, so nothing was sent."))
      }
    }
  }

  private func send(on link: UpstreamLink) {
    guard let exchange else { return }
    let head = ForwardedHead.request(
      exchange.head, authority: parts.connector.address.authority, isUpgrade: exchange.isUpgrade,
      isWhole: exchange.isWhole)
    self.exchange?.isForwarded = true
    link.send(.head(head))
    if exchange.isWhole {
      if exchange.body.readableBytes > 0 { link.send(.body(.byteBuffer(exchange.body))) }
      self.exchange?.body = ByteBuffer()
      link.send(.end(exchange.trailers))
      awaitAnswer()
      link.flush()
    } else {
      phase = .forwarding
      arm(limits.idleSeconds, .close)
    }
    advance()
  }

  /// Waits for the server, which has the whole request.
  func awaitAnswer() {
    phase = .awaitingAnswer
    guard exchange?.status == nil else { return }
    arm(limits.answerSeconds, .answer(unanswered(504, "The server did not answer in time")))
  }

  /// What is said when the server had the request, or a part of it, and said nothing.
  func unanswered(_ status: Int, _ reason: String) -> Refusal {
    exchange?.head.isWrite == true
      ? .failed(
        status, "\(reason). It is not known whether it was sent: look before you send it again.")
      : .failed(status, "\(reason).")
  }
}
