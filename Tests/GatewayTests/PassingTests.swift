import Foundation
import Gateway
import Testing

/// What nobody has to read goes through as it is, both ways.
@Suite(.serialized) struct PassingTests {
  @Test func `a reading request and its answer keep every byte but the host's name`() async throws {
    let answer =
      "HTTP/1.1 203 Non-Authoritative Information\r\nserver: nginx\r\nX-Odd-CASE: a;  b\r\n"
      + "Set-Cookie: a=1\r\nSet-Cookie: b=2\r\nContent-Length: 5\r\nx-last: z\r\n\r\nh\u{0}llo"
    let stub = try StubServer(answer: answer)
    try await withGateway(stub) { gateway in
      let request =
        "GET /api/v1/timelines/home?limit=2&max_id=%20x HTTP/1.1\r\nAccept: */*\r\n"
        + "hOst: 127.0.0.1:\(gateway.port)\r\nX-Twice: 1\r\nx-twice: 2\r\n\r\n"
      let answered = try await gateway.send(request)
      #expect(answered == answer)
      #expect(
        stub.received == [
          request.replacing(":\(gateway.port)", with: ":\(stub.port)")
        ])
      #expect(gateway.notes.map(\.route) == ["read"])
      #expect(gateway.notes.map(\.outcome) == [.passed])
    }
  }

  @Test func `a write without words goes through as it is`() async throws {
    let stub = try StubServer()
    try await withGateway(stub) { gateway in
      let request = gateway.request("POST /api/v1/statuses/17/favourite", type: nil, "")
      let answer = try await gateway.send(request)
      #expect(answer.hasSuffix("{}"))
      #expect(stub.received == [request.replacing(":\(gateway.port)", with: ":\(stub.port)")])
      #expect(gateway.requests.isEmpty)
    }
  }

  @Test func `a body in chunks stays one, and so does an answer`() async throws {
    let answer =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
    let stub = try StubServer(answer: answer)
    try await withGateway(stub) { gateway in
      let request =
        "POST /api/v1/lists HTTP/1.1\r\nHost: localhost:\(gateway.port)\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n5\r\ntitle\r\n0\r\n\r\n"
      let answered = try await gateway.send(request)
      #expect(answered == answer)
      #expect(
        stub.received == [
          request.replacing("localhost:\(gateway.port)", with: "127.0.0.1:\(stub.port)")
        ])
    }
  }

  @Test func `answers without a body end where they end`() async throws {
    let stub = try StubServer { stub, wire in
      while let message = try wire.readMessage() {
        stub.keep(message)
        let isHead = message.starts(with: "HEAD".utf8)
        try wire.send(
          isHead
            ? "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n"
            : stub.received.count == 2
              ? "HTTP/1.1 204 No Content\r\n\r\n"
              : "HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n")
      }
    }
    try await withGateway(stub) { gateway in
      let all = try await onThread { [port = gateway.port] in
        let wire = try Wire(port: port)
        for method in ["HEAD", "GET", "GET"] {
          try wire.send("\(method) /x HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
        }
        return try (0..<3).map { _ in
          String(decoding: try wire.read(until: "\r\n\r\n"), as: UTF8.self)
        }
      }
      #expect(
        all == [
          "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n",
          "HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n",
        ])
    }
  }

  @Test func `requests sent in one go are answered in their order`() async throws {
    let stub = try StubServer { stub, wire in
      while let message = try wire.readMessage() {
        stub.keep(message)
        let path = String(decoding: message, as: UTF8.self).split(separator: " ")[1]
        try wire.send("HTTP/1.1 200 OK\r\nContent-Length: \(path.utf8.count)\r\n\r\n\(path)")
      }
    }
    try await withGateway(stub) { gateway in
      let requests =
        "GET /1 HTTP/1.1\r\nHost: 127.0.0.1:\(gateway.port)\r\n\r\n"
        + gateway.request("POST /api/v1/statuses", "status=Good+morning")
        + gateway.request("POST /api/v1/statuses", "status=Kicking+down+doors")
        + "GET /4 HTTP/1.1\r\nHost: 127.0.0.1:\(gateway.port)\r\n\r\n"
      let bodies = try await onThread { [port = gateway.port] in
        let wire = try Wire(port: port)
        try wire.send(requests)
        return try (0..<4).map { _ in
          String(decoding: try wire.readMessage() ?? [], as: UTF8.self)
        }
      }
      #expect(bodies[0].hasSuffix("\r\n\r\n/1"))
      #expect(bodies[1].hasSuffix("\r\n\r\n/api/v1/statuses"))
      #expect(bodies[2].hasPrefix("HTTP/1.1 422 "))
      #expect(bodies[3].hasSuffix("\r\n\r\n/4"))
      #expect(stub.received.count == 3)
      #expect(!stub.received.contains { $0.contains("doors") })
    }
  }

  @Test func `a client that waits to be asked for its body is asked, once`() async throws {
    let stub = try StubServer()
    try await withGateway(stub) { gateway in
      let request = gateway.request(
        "POST /api/v1/statuses", "status=Good+morning", headers: "Expect: 100-continue\r\n")
      let cut = try #require(request.range(of: "\r\n\r\n")).upperBound
      let answers = try await onThread { [port = gateway.port] in
        let wire = try Wire(port: port)
        try wire.send(String(request[..<cut]))
        let first = try wire.readMessage() ?? []
        try wire.send(String(request[cut...]))
        return [first, try wire.readMessage() ?? []].map { String(decoding: $0, as: UTF8.self) }
      }
      #expect(answers[0] == "HTTP/1.1 100 Continue\r\n\r\n")
      #expect(answers[1].hasSuffix("{}"))
    }
  }

  @Test func `the server's own wish for a body, or against it, comes through`() async throws {
    let stub = try StubServer { stub, wire in
      stub.keep(try wire.read(until: "\r\n\r\n"))
      try wire.send("HTTP/1.1 100 Continue\r\n\r\n")
      stub.keep(try wire.read(exactly: 4))
      try wire.send("HTTP/1.1 102 Processing\r\nLink: </a>\r\n\r\n")
      try wire.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    }
    try await withGateway(stub, api: .bluesky) { gateway in
      let answers = try await onThread { [port = gateway.port] in
        let wire = try Wire(port: port)
        try wire.send(
          "POST /xrpc/com.atproto.repo.uploadBlob HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
            + "Expect: 100-continue\r\nContent-Length: 4\r\n\r\n")
        let first = try wire.readMessage() ?? []
        try wire.send("blob")
        return try ([first] + (0..<2).map { _ in try wire.readMessage() ?? [] }).map {
          String(decoding: $0, as: UTF8.self)
        }
      }
      #expect(
        answers == [
          "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 102 Processing\r\nLink: </a>\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        ])
      #expect(stub.received.first?.contains("\r\nExpect: 100-continue\r\n") == true)
      #expect(stub.received.last == "blob")
    }
  }

  @Test func `a client of version 1 point 0 gets no chunks`() async throws {
    let stub = try StubServer(
      answer: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
    try await withGateway(stub) { gateway in
      let answer = try await onThread { [port = gateway.port] in
        let wire = try Wire(port: port)
        try wire.send("GET / HTTP/1.0\r\nHost: 127.0.0.1:\(port)\r\nConnection: keep-alive\r\n\r\n")
        return String(decoding: try wire.readToEnd(), as: UTF8.self)
      }
      #expect(answer == "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nabc")
    }
  }

  @Test func `what concerns one connection only ends here`() async throws {
    let stub = try StubServer(
      answer:
        "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=5\r\nX-Hop: 1\r\nConnection: keep-alive, X-Hop\r\n"
        + "Content-Length: 0\r\n\r\n")
    try await withGateway(stub) { gateway in
      let answer = try await gateway.send(
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(gateway.port)\r\nConnection: x-mine, Authorization\r\n"
          + "X-Mine: 1\r\nTE: trailers\r\nAuthorization: b\r\n\r\n")
      #expect(answer == "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
      #expect(
        stub.received == [
          "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(stub.port)\r\nAuthorization: b\r\n\r\n"
        ])
    }
  }

  @Test func `a line that the server closed is made anew for the next request`() async throws {
    let stub = try StubServer { stub, wire in
      stub.keep(try wire.readMessage() ?? [])
      try wire.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
    }
    try await withGateway(stub) { gateway in
      let answers = try await onThread { [port = gateway.port] in
        let wire = try Wire(port: port)
        return try (1...3).map { turn in
          try wire.send("GET /\(turn) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
          let answer = String(decoding: try wire.readMessage() ?? [], as: UTF8.self)
          while stub.ended < turn { usleep(1_000) }
          return answer
        }
      }
      #expect(answers.allSatisfy { $0.hasSuffix("{}") })
      #expect(stub.received.count == 3)
    }
  }
}
