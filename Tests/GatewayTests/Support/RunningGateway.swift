import Foundation
import Gateway
import PostText
import PreSend
import Synchronization

/// A gateway in front of a stub, with a judge that blocks what contains `doors` and holds what contains `wait`.
final class RunningGateway: Sendable {
  let port: Int
  private let gateway: Gateway
  private let log = Log()

  /// What was judged and what was noted.
  final class Log: Sendable {
    let requests = Mutex<[PreSendRequest]>([])
    let notes = Mutex<[GatewayNote]>([])
  }

  init(
    port upstream: Int, api: GatewayAPI = .mastodon,
    change: (inout GatewayConfiguration) -> Void = { _ in },
    judge: (@Sendable (PreSendRequest) async -> PreSendVerdict)? = nil
  ) async throws {
    var configuration = GatewayConfiguration(
      upstream: try UpstreamAddress("http://127.0.0.1:\(upstream)"), api: api)
    configuration.port = 0
    configuration.account = "NorthshirePolice"
    configuration.limits.drainSeconds = 0.1
    // Tests that block keep the judge's task waiting; nothing here is to end because of that.
    configuration.limits.judgeSeconds = 600
    change(&configuration)
    gateway = Gateway(
      configuration: configuration,
      judge: { [log] request in
        log.requests.withLock { $0.append(request) }
        return await judge?(request) ?? Self.verdict(on: request)
      },
      note: { [log] note in log.notes.withLock { $0.append(note) } })
    port = try await gateway.start().port
  }

  func stop() async {
    await gateway.stop()
  }

  /// What was judged.
  var requests: [PreSendRequest] { log.requests.withLock { $0 } }
  /// What was noted.
  var notes: [GatewayNote] { log.notes.withLock { $0 } }

  static func verdict(on request: PreSendRequest) -> PreSendVerdict {
    let draft = request.draft
    let texts =
      [draft.text, draft.spoilerText, draft.quote?.text, draft.replyTo?.text].compactMap { $0 }
      + draft.thread + draft.poll + draft.media.compactMap(\.alt)
    let all = texts.joined(separator: "\n")
    let decision: PreSendDecision =
      all.contains("doors")
      ? .block : all.contains("wait") ? .hold : all.contains("hm") ? .warn : .allow
    return PreSendVerdict(
      decision: decision, isUnchecked: false, json: [], words: "Not sent: it says doors.\nD-42",
      decisionID: "D-42")
  }

  /// Sends one request on a line of its own and gives back the answer.
  func send(_ request: String, isHead: Bool = false) async throws -> String {
    try await send(Array(request.utf8), isHead: isHead)
  }

  func send(_ request: [UInt8], isHead: Bool = false) async throws -> String {
    try await onThread { [port] in
      let wire = try Wire(port: port)
      try wire.send(request)
      return String(
        decoding: try wire.readMessage(isAnswerToHead: isHead) ?? [], as: UTF8.self)
    }
  }

  /// A request with a body.
  func request(
    _ line: String, type: String? = "application/x-www-form-urlencoded", _ body: String = "",
    headers: String = ""
  ) -> String {
    let type = type.map { "Content-Type: \($0)\r\n" } ?? ""
    return "\(line) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nUser-Agent: toot/0.52.1 (x y)\r\n"
      + "Authorization: Bearer canary-token\r\n\(headers)\(type)"
      + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }
}

/// Runs a test with a gateway and a stub, and ends both.
///
/// Suites that use it run their tests one after another: each gateway has two threads and some eight descriptors, and
/// Foundation's `Process`, by which other tests start programs, reads beyond its memory when there are some 1,300.
func withGateway(
  _ stub: StubServer, api: GatewayAPI = .mastodon,
  change: (inout GatewayConfiguration) -> Void = { _ in },
  judge: (@Sendable (PreSendRequest) async -> PreSendVerdict)? = nil,
  _ test: (RunningGateway) async throws -> Void
) async throws {
  let gateway = try await RunningGateway(port: stub.port, api: api, change: change, judge: judge)
  do {
    try await test(gateway)
  } catch {
    await gateway.stop()
    stub.stop()
    throw error
  }
  await gateway.stop()
  stub.stop()
}

/// Waits until something holds; false when it does not within ten seconds.
func eventually(_ holds: () -> Bool) async throws -> Bool {
  for _ in 0..<1_000 {
    if holds() { return true }
    try await Task.sleep(for: .milliseconds(10))
  }
  return holds()
}
