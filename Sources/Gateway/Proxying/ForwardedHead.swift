import NIOHTTP1

/// Makes the heads that go on out of those that came, with headers in their order and as they were written.
enum ForwardedHead {
  /// What concerns one connection only, and so ends here.
  private static let hopByHop: Set<String> = [
    "connection", "keep-alive", "proxy-connection", "proxy-authorization", "te", "upgrade",
  ]

  /// The head for the server: it is called by its own name.
  static func request(
    _ head: HTTPRequestHead, authority: String, isUpgrade: Bool, isWhole: Bool
  ) -> HTTPRequestHead {
    var dropped = named(in: head.headers)
    // The body is there already, so nobody has to be asked for it.
    if isWhole { dropped.insert("expect") }
    var headers = HTTPHeaders()
    for (name, value) in head.headers {
      let key = name.lowercased()
      switch key {
      case "host": headers.add(name: name, value: authority)
      case "connection" where isUpgrade: headers.add(name: name, value: "Upgrade")
      case "upgrade" where isUpgrade: headers.add(name: name, value: value)
      case "transfer-encoding": headers.add(name: name, value: "chunked")
      default:
        if !dropped.contains(key) { headers.add(name: name, value: value) }
      }
    }
    return HTTPRequestHead(
      version: .http1_1, method: head.method, uri: head.uri, headers: headers)
  }

  /// The head for the client.
  static func response(
    _ head: HTTPResponseHead, to request: HTTPRequestHead, closes: Bool
  ) -> HTTPResponseHead {
    let isSwitch = head.status == .switchingProtocols
    let dropped = named(in: head.headers)
    var headers = HTTPHeaders()
    for (name, value) in head.headers {
      let key = name.lowercased()
      switch key {
      case "connection" where isSwitch: headers.add(name: name, value: "Upgrade")
      case "upgrade" where isSwitch: headers.add(name: name, value: value)
      // A client of version 1.0 does not know chunks; for it the body ends with the connection.
      case "transfer-encoding" where request.version == .http1_0: break
      case "transfer-encoding": headers.add(name: name, value: "chunked")
      // Where a body comes in chunks, a length beside it is a lie that the next reader may believe.
      case "content-length" where head.headers.contains(name: "transfer-encoding"): break
      default:
        if !dropped.contains(key) { headers.add(name: name, value: value) }
      }
    }
    if !isSwitch, head.status.code >= 200 {
      if closes {
        headers.add(name: "Connection", value: "close")
      } else if request.version == .http1_0 {
        headers.add(name: "Connection", value: "keep-alive")
      }
    }
    return HTTPResponseHead(version: .http1_1, status: head.status, headers: headers)
  }

  /// True when the client can tell where the body ends without the connection ending.
  static func isDelimited(_ head: HTTPResponseHead, for request: HTTPRequestHead) -> Bool {
    if request.method == .HEAD || [204, 304].contains(head.status.code) { return true }
    if head.headers.contains(name: "transfer-encoding") { return request.version == .http1_1 }
    return head.headers.contains(name: "content-length")
  }

  /// What ends here, and what the sender's `Connection` names besides; a body's length is never among it.
  private static func named(in headers: HTTPHeaders) -> Set<String> {
    let names = headers[canonicalForm: "connection"].map { $0.lowercased() }
    return hopByHop.union(names).subtracting([
      "host", "content-length", "transfer-encoding", "content-type", "authorization",
    ])
  }
}
