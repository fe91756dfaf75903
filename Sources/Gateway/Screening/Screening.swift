import NIOHTTP1

/// Turns down requests that no well-meaning client of this gateway makes, before anything else looks at them.
struct Screening: Sendable {
  private let hosts: Set<String>
  private let origins: Set<String>

  /// Headers by which some servers let a request change its method after it was looked at.
  private static let overrides = [
    "x-http-method-override", "x-http-method", "x-method-override",
  ]

  /// Accepts requests to the address that is listened on, to this machine by its usual names, and to further names.
  init(host: String, port: Int, names further: [String]) {
    let shown = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
    let names = [shown.lowercased(), "127.0.0.1", "localhost", "[::1]"]
    hosts = Set(
      names.map { "\($0):\(port)" } + (port == 80 ? names : []) + further.map { $0.lowercased() })
    origins = Set(hosts.map { "http://" + $0 })
  }

  /// Why a request is turned down; `nil` when nothing speaks against it.
  func refusal(of head: HTTPRequestHead) -> Refusal? {
    form(of: head) ?? framing(of: head) ?? sender(of: head) ?? trick(in: head)
  }

  private func form(of head: HTTPRequestHead) -> Refusal? {
    if head.method == .CONNECT || head.method == .TRACE {
      return .refused(405, "The gateway does not take this method.")
    }
    let isPlain = head.uri.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }
    guard head.uri.utf8.first == UInt8(ascii: "/"), isPlain else {
      return .refused(400, "The address of the request must be a path in plain ASCII.")
    }
    let isText = head.headers.allSatisfy { header in
      !header.value.unicodeScalars.contains("\u{FFFD}")
    }
    return isText ? nil : .refused(400, "A header is not UTF-8.")
  }

  /// Two readers of one stream must agree where a request ends.
  private func framing(of head: HTTPRequestHead) -> Refusal? {
    let lengths = head.headers[canonicalForm: "content-length"]
    let codings = head.headers["transfer-encoding"]
    let isClear =
      lengths.count <= 1 && codings.count <= 1 && (lengths.isEmpty || codings.isEmpty)
      && (codings.first.map { $0.lowercased() == "chunked" && head.version == .http1_1 } ?? true)
    return isClear ? nil : .refused(400, "The length of the request is not told in one clear way.")
  }

  /// A page of another site that a browser shows must not be able to write through the gateway.
  private func sender(of head: HTTPRequestHead) -> Refusal? {
    let named = head.headers["host"]
    guard named.count == 1 else { return .refused(400, "The request must have one Host header.") }
    guard hosts.contains(named[0].lowercased()) else {
      return .refused(421, "This gateway does not answer to the host that the request names.")
    }
    let isOurs = head.headers["origin"].allSatisfy { origins.contains($0.lowercased()) }
    let isCrossSite = head.headers["sec-fetch-site"].contains { $0.lowercased() == "cross-site" }
    return isOurs && !isCrossSite
      ? nil : .refused(403, "Requests from pages of other sites are not taken.")
  }

  private func trick(in head: HTTPRequestHead) -> Refusal? {
    let query = RequestTarget(head.uri).query
    let names = query.map { FormReader.lenientNames(in: $0) } ?? []
    let overrides = Self.overrides.contains { head.headers.contains(name: $0) }
    return overrides || (head.isWrite && names.contains("_method"))
      ? .refused(400, "A request cannot change its method on the way.") : nil
  }
}

extension HTTPRequestHead {
  /// True for any method but those that only read.
  var isWrite: Bool {
    method != .GET && method != .HEAD && method != .OPTIONS
  }
}
