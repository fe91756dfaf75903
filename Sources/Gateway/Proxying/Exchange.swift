import NIOCore
import NIOHTTP1

/// One request and what has become of it so far.
struct Exchange {
  /// The head as the client sent it.
  let head: HTTPRequestHead
  /// When it came.
  let start = NIODeadline.now()
  /// The name of its route.
  var route = "unknown"
  /// What is read of it; `nil` when it goes through as it comes.
  var reading: Route.Reading?
  /// The body, of a request that is read.
  var body = ByteBuffer()
  /// What follows the body.
  var trailers: HTTPHeaders?
  /// True when the whole request is here.
  var isWhole = false
  /// True when some of it went to the server.
  var isForwarded = false
  /// The status of the answer, from its head on.
  var status: Int?
  /// True when the connection ends with the answer.
  var closes: Bool
  /// What was done with it.
  var outcome = GatewayNote.Outcome.passed
  /// The entry of the decision log.
  var decisionID: String?

  init(_ head: HTTPRequestHead) {
    self.head = head
    // The decoder does not go on after a request that asks for another protocol.
    closes = !head.isKeepAlive || head.headers.contains(name: "upgrade")
  }

  /// True when the client asks for a WebSocket, the one other protocol that goes through.
  var isUpgrade: Bool {
    head.method == .GET && head.headers["upgrade"].map { $0.lowercased() } == ["websocket"]
      && head.headers[canonicalForm: "connection"].contains { $0.lowercased() == "upgrade" }
  }

  /// True when nothing changes at the server if it gets the request twice, and there is no body to send again.
  var canBeRepeated: Bool {
    isWhole && !head.isWrite && !isUpgrade
      && !["content-length", "transfer-encoding"].contains { head.headers.contains(name: $0) }
  }

  /// True when the client waits to be told that its body is wanted.
  var isExpectant: Bool {
    head.headers["expect"].contains { $0.lowercased() == "100-continue" }
  }

  /// The line for the log.
  var note: GatewayNote {
    GatewayNote(
      method: head.method.rawValue, route: route, outcome: outcome, status: status,
      milliseconds: Int((NIODeadline.now() - start).nanoseconds / 1_000_000),
      decisionID: decisionID)
  }
}
