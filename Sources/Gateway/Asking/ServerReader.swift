import NIOCore
import NIOHTTP1

/// Gets from the server what a request speaks of, with the client's own permission.
struct ServerReader {
  /// What all conversations share.
  let parts: GatewayParts
  /// The head of the request.
  let head: HTTPRequestHead

  /// What the server has under a path; `nil` when it does not give it out, or not in time.
  func body(at path: String, on loop: any EventLoop) -> EventLoopFuture<[UInt8]?> {
    let answer = loop.makePromise(of: [UInt8]?.self)
    let line = parts.connector.connect(on: loop, ServerQuestion(request(for: path), answer))
    line.whenFailure { _ in answer.succeed(nil) }
    let seconds = parts.configuration.limits.parentSeconds
    let patience = loop.scheduleTask(in: .seconds(seconds)) { answer.succeed(nil) }
    return answer.futureResult.map { body in
      patience.cancel()
      line.whenSuccess { $0.close(promise: nil) }
      return body
    }
  }

  private func request(for path: String) -> HTTPRequestHead {
    var headers = HTTPHeaders([
      ("Host", parts.connector.address.authority), ("Accept", "application/json"),
      ("Connection", "close"),
    ])
    for value in head.headers["authorization"] {
      headers.add(name: "Authorization", value: value)
    }
    return HTTPRequestHead(version: .http1_1, method: .GET, uri: path, headers: headers)
  }
}
