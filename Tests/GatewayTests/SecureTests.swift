import Gateway
import Testing

/// A server behind TLS is believed only with a certificate that is trusted and that names it.
struct SecureTests {
  private func send(
    certificate: String, trusted: String?, host: String = "127.0.0.1"
  ) async throws -> (answer: String, received: String, port: Int) {
    let stub = try await SecureStub(certificate)
    let address = try UpstreamAddress("https://\(host):\(stub.port)")
    let gateway = try await RunningGateway(
      port: stub.port,
      change: {
        $0.upstream = address
        $0.certificates = trusted.map { SecureStub.path($0) }
      })
    let answer = try await gateway.send(gateway.request("POST /api/v1/statuses", "status=Good"))
    await gateway.stop()
    let result = (answer, stub.received, stub.port)
    try await stub.stop()
    return result
  }

  @Test(arguments: ["127.0.0.1", "localhost"])
  func `a server with a trusted certificate gets the post`(_ host: String) async throws {
    let sent = try await send(certificate: "here.pem", trusted: "here.pem", host: host)
    #expect(sent.answer.hasSuffix("{}"))
    #expect(sent.received.contains("Host: \(host):\(sent.port)\r\n"))
    #expect(sent.received.hasSuffix("status=Good"))
  }

  @Test(arguments: [
    ("here.pem", nil), ("elsewhere.pem", "elsewhere.pem"), ("here.pem", "elsewhere.pem"),
  ])
  func `a server whose certificate is not trusted, or is another's, gets nothing`(
    _ certificate: String, _ trusted: String?
  ) async throws {
    let sent = try await send(certificate: certificate, trusted: trusted)
    #expect(sent.answer.hasPrefix("HTTP/1.1 502 "))
    #expect(sent.answer.contains("certificate is not trusted, so nothing was sent"))
    #expect(sent.received.isEmpty)
  }

  @Test func `a file without certificates is told of before anything is listened on`() async throws
  {
    let address = try UpstreamAddress("https://localhost")
    await #expect(throws: GatewayFault.self) {
      try await RunningGateway(
        port: 1,
        change: {
          $0.upstream = address
          $0.certificates = SecureStub.path("none.pem")
        })
    }
  }
}
