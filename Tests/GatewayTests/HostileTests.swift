import Foundation
import Gateway
import Testing

/// What could slip past the reading, or misuse the gateway, is turned down and never arrives.
@Suite(.serialized) struct HostileTests {
  private func refused(
    _ expected: Int, api: GatewayAPI = .mastodon,
    change: (inout GatewayConfiguration) -> Void = { _ in },
    _ request: (RunningGateway) -> String
  ) async throws {
    let stub = try StubServer()
    try await withGateway(stub, api: api, change: change) { gateway in
      let answer = try await gateway.send(request(gateway))
      #expect(answer.hasPrefix("HTTP/1.1 \(expected) "), "\(answer)")
      #expect(stub.received.isEmpty)
      #expect(gateway.notes.map(\.outcome) == [.refused])
    }
  }

  @Test(arguments: [
    "//api//v1/statuses", "/api/v1//statuses", "/api/v1/../v1/statuses", "/api/v1/./statuses",
    "/api/v1/%73tatuses", "/api/v1/statuses/", "/api/v1/statuses;x=1", "/api/v1/Statuses",
    "/API/v1/statuses", "/api/v1/statuses.json", "/api/v1/statuses%2f", "/api/v1/statuses%00",
    "/api/v1/statuses/1%2f..%2f..", "/api/v1/statuses/../statuses", "/api/v9/statuses",
    "/api/v1/admin/accounts/1/action", "/api/v1/accounts", "/", "/inbox",
  ])
  func `a write to a path that is not plainly a known one is refused`(_ path: String) async throws {
    try await refused(422) { $0.request("POST " + path, "status=doors") }
  }

  @Test(arguments: ["PUT", "PATCH", "DELETE", "PROPFIND", "LINK"])
  func `a known path with a method that is not known for it is refused`(_ method: String)
    async throws
  {
    try await refused(422) { $0.request(method + " /api/v1/statuses", "status=doors") }
  }

  @Test(arguments: [
    ("X-HTTP-Method-Override: PUT\r\n", "/api/v1/statuses/1/pin"),
    ("X-Http-Method: PATCH\r\n", "/api/v1/statuses/1/pin"),
    ("x-method-override: post\r\n", "/api/v1/statuses/1/pin"),
    ("", "/api/v1/statuses/1/pin?_method=put"), ("", "/api/v1/statuses/1/pin?a=1&%5fmethod=put"),
  ])
  func `a request cannot change its method on the way`(_ header: String, _ path: String)
    async throws
  {
    try await refused(400) { $0.request("POST " + path, headers: header) }
  }

  @Test func `a reading request cannot turn into a write`() async throws {
    try await refused(400) {
      $0.request(
        "GET /api/v1/statuses", "status=doors", headers: "X-HTTP-Method-Override: POST\r\n")
    }
  }

  @Test(arguments: [
    "Content-Length: 11\r\nTransfer-Encoding: chunked\r\n",
    "Content-Length: 11\r\nContent-Length: 3\r\n",
    "Content-Length: 11\r\nContent-Length: 11\r\n", "Content-Length: 11, 11\r\n",
    "Content-Length: +11\r\n", "Content-Length: 0x0b\r\n",
    "Transfer-Encoding: chunked, identity\r\n",
    "Transfer-Encoding: gzip, chunked\r\n",
    "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
    "Transfer-Encoding: xchunked\r\n", "Transfer-Encoding : chunked\r\n",
    "X-A: b\r\n folded: c\r\n",
    "X-A: b\r\n\tContent-Length: 11\r\n", "X-A: b\nContent-Length: 11\r\n", "X A: b\r\n", ": b\r\n",
    "X-A: \u{0}b\r\n",
  ])
  func `a request whose end is not told in one clear way is refused`(_ headers: String) async throws
  {
    try await refused(400) { gateway in
      "POST /api/v1/statuses HTTP/1.1\r\nHost: 127.0.0.1:\(gateway.port)\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\n\(headers)\r\nstatus=Good"
    }
  }

  @Test(arguments: [
    ("POST http://127.0.0.1/api/v1/statuses HTTP/1.1", 400),
    ("CONNECT a.example:443 HTTP/1.1", 405),
    ("TRACE / HTTP/1.1", 405), ("POST /api/v1/statuses\u{e9} HTTP/1.1", 400),
    ("GET * HTTP/1.1", 400),
  ])
  func `a target that is no plain path is refused`(_ line: String, _ status: Int) async throws {
    try await refused(status) { "\(line)\r\nHost: 127.0.0.1:\($0.port)\r\n\r\n" }
  }

  @Test(arguments: ["evil.example", "127.0.0.1", "mastodon.example", "127.0.0.1:1", "localhost."])
  func `a request that names another host is refused, as after a change of its address`(
    _ host: String
  )
    async throws
  {
    try await refused(421) { _ in "GET /api/v1/timelines/home HTTP/1.1\r\nHost: \(host)\r\n\r\n" }
  }

  @Test func `a request with no host, or with two, is refused`() async throws {
    try await refused(400) { _ in "GET / HTTP/1.1\r\n\r\n" }
    try await refused(400) {
      "GET / HTTP/1.1\r\nHost: 127.0.0.1:\($0.port)\r\nHost: evil.example\r\n\r\n"
    }
  }

  @Test(arguments: [
    "Origin: https://evil.example\r\n", "Origin: null\r\n", "Origin: http://127.0.0.1\r\n",
    "Sec-Fetch-Site: cross-site\r\n",
  ])
  func `a page of another site cannot write through the gateway`(_ header: String) async throws {
    try await refused(403) {
      $0.request("POST /api/v1/statuses", "status=Good", headers: header)
    }
  }

  @Test func `a page of the gateway's own may`() async throws {
    let stub = try StubServer()
    try await withGateway(stub) { gateway in
      let request = gateway.request(
        "POST /api/v1/statuses", "status=Good",
        headers: "Origin: http://127.0.0.1:\(gateway.port)\r\nSec-Fetch-Site: same-origin\r\n")
      let answer = try await gateway.send(request)
      #expect(answer.hasSuffix("{}"))
    }
  }

  @Test(arguments: ["gzip", "identity", "br"])
  func `a compressed body is not read, so it is refused`(_ coding: String) async throws {
    try await refused(415) {
      $0.request("POST /api/v1/statuses", "status=Good", headers: "Content-Encoding: \(coding)\r\n")
    }
  }

  @Test func `headers and bodies have limits`() async throws {
    try await refused(431) {
      $0.request("GET /x", headers: "X-Long: \(String(repeating: "a", count: 33 << 10))\r\n")
    }
    try await refused(413) {
      "POST /api/v1/statuses HTTP/1.1\r\nHost: 127.0.0.1:\($0.port)\r\n"
        + "Content-Length: 2000000\r\n\r\n"
    }
  }

  @Test func `a body in chunks that grows over the limit is refused`() async throws {
    let stub = try StubServer()
    try await withGateway(stub, change: { $0.limits.textBytes = 100 }) { gateway in
      let request =
        "POST /api/v1/statuses HTTP/1.1\r\nHost: localhost:\(gateway.port)\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n65\r\n\(String(repeating: "a", count: 101))\r\n"
      let answer = try await gateway.send(request)
      #expect(answer.hasPrefix("HTTP/1.1 413 "))
      #expect(stub.received.isEmpty)
    }
  }

  @Test func `bodies that are read have a limit together, and give back what they took`()
    async throws
  {
    let stub = try StubServer()
    try await withGateway(stub, change: { $0.limits.heldBytes = 20 }) { gateway in
      for (body, status) in [
        ("status=Good", "200"), ("status=" + String(repeating: "a", count: 20), "503"),
        ("status=Good", "200"),
      ] {
        let answer = try await gateway.send(gateway.request("POST /api/v1/statuses", body))
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
      }
      #expect(stub.received.count == 2)
    }
  }

  @Test func `a line that sends its headers drop by drop is closed`() async throws {
    let stub = try StubServer()
    try await withGateway(stub, change: { $0.limits.headSeconds = 0.3 }) { gateway in
      let rest = try await onThread { [port = gateway.port] in
        let wire = try Wire(port: port)
        try wire.send("GET / HTTP/1.1\r\n")
        for _ in 0..<100 {
          usleep(20_000)
          if (try? wire.send("X-A: b\r\n")) == nil { break }
        }
        return try wire.readToEnd()
      }
      #expect(rest.isEmpty)
      #expect(stub.received.isEmpty)
    }
  }

  @Test func `more lines than allowed are closed`() async throws {
    let stub = try StubServer()
    try await withGateway(stub, change: { $0.limits.connections = 2 }) { gateway in
      let answers = try await onThread { [port = gateway.port] in
        let wires = try (0..<3).map { _ in try Wire(port: port) }
        return try wires.map { wire in
          try? wire.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
          return try wire.readMessage() == nil
        }
      }
      #expect(answers == [false, false, true])
    }
  }

  @Test func `the gateway listens on this machine only, unless that is asked for`() async throws {
    var configuration = GatewayConfiguration(
      upstream: try UpstreamAddress("https://mastodon.example"), api: .mastodon)
    configuration.host = "0.0.0.0"
    configuration.port = 0
    let gateway = Gateway(
      configuration: configuration, judge: RunningGateway.verdict(on:), note: { _ in })
    await #expect(throws: GatewayFault.self) { try await gateway.start() }
    configuration.allowsOtherMachines = true
    let open = Gateway(
      configuration: configuration, judge: RunningGateway.verdict(on:), note: { _ in })
    _ = try await open.start()
    await open.stop()
  }

  @Test func `a place that is taken is told of in words`() async throws {
    let stub = try StubServer()
    let words = await #expect(throws: GatewayFault.self) {
      try await RunningGateway(port: 1, change: { $0.port = stub.port })
    }?.words
    #expect(
      words == "the gateway cannot listen on 127.0.0.1:\(stub.port): Address already in use")
    stub.stop()
  }

  @Test(arguments: [
    "mastodon.example", "ftp://a.example", "https://", "https://a.example/api",
    "https://u@a.example",
    "https://a.example?x", "https://a.example:99999", "https://[::1", "https://a b",
  ])
  func `an address of a server that is not just one is refused`(_ url: String) {
    #expect(throws: GatewayFault.self) { try UpstreamAddress(url) }
  }

  @Test func `no word and no secret comes into the notes`() async throws {
    let stub = try StubServer()
    try await withGateway(stub) { gateway in
      for request in [
        gateway.request(
          "POST /api/v1/statuses?spoiler_text=canary-word", "status=canary-word+doors"),
        gateway.request("POST /api/v1/statuses", "status=canary-word"),
        gateway.request("GET /api/v1/canary-word?access_token=canary-token", ""),
        gateway.request("POST /canary-word", "status=canary-word"),
        gateway.request("PUT /api/v1/media/canary-word", "description=canary-word"),
        gateway.request("POST /api/v1/statuses", "canary-word"),
      ] {
        _ = try await gateway.send(request)
      }
      #expect(gateway.notes.count == 6)
      #expect(!"\(gateway.notes)".contains("canary"))
      #expect(
        Set(gateway.notes.map(\.route)) == [
          "/api/v1/statuses", "/api/v1/media/:id", "read", "unknown",
        ])
    }
  }
}
