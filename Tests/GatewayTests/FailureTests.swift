import Foundation
import Gateway
import PreSend
import Synchronization
import Testing

/// When something fails, nothing is sent unread, and the client is told what is known.
@Suite(.serialized) struct FailureTests {
  @Test func `a server that is not there is told of, and nothing was sent`() async throws {
    try await StubServer.withClosedPort { port in
      let gateway = try await RunningGateway(port: port)
      let answer = try await gateway.send(gateway.request("POST /api/v1/statuses", "status=Good"))
      #expect(answer.hasPrefix("HTTP/1.1 502 "))
      #expect(answer.contains("nothing was sent"))
      #expect(gateway.notes.map(\.outcome) == [.failed])
      await gateway.stop()
    }
  }

  @Test func `a server that hangs up leaves it open whether the post was sent`() async throws {
    let stub = try StubServer { stub, wire in
      stub.keep(try wire.readMessage() ?? [])
      wire.hangUp()
    }
    try await withGateway(stub) { gateway in
      let answer = try await gateway.send(gateway.request("POST /api/v1/statuses", "status=Good"))
      #expect(answer.hasPrefix("HTTP/1.1 502 "))
      #expect(answer.contains("not known whether it was sent"))
    }
  }

  @Test func `a server that says nothing leaves it open too`() async throws {
    let stub = try StubServer { stub, wire in
      stub.keep(try wire.readMessage() ?? [])
      _ = try wire.read()
    }
    try await withGateway(stub, change: { $0.limits.answerSeconds = 0.2 }) { gateway in
      let answer = try await gateway.send(gateway.request("POST /api/v1/statuses", "status=Good"))
      #expect(answer.hasPrefix("HTTP/1.1 504 "))
      #expect(answer.contains("not known whether it was sent"))
      #expect(try await eventually { stub.ended == 1 })
    }
  }

  @Test func `an answer that breaks off in the middle breaks off for the client`() async throws {
    let stub = try StubServer { stub, wire in
      _ = try wire.readMessage()
      try wire.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
      wire.hangUp()
    }
    try await withGateway(stub) { gateway in
      let answer = try await onThread { [port = gateway.port] in
        let wire = try Wire(port: port)
        try wire.send("GET /x HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
        return String(decoding: try wire.readToEnd(), as: UTF8.self)
      }
      #expect(answer == "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
      #expect(gateway.notes.map(\.outcome) == [.failed])
    }
  }

  @Test func `a server that speaks out of turn is not believed`() async throws {
    let stub = try StubServer { stub, wire in
      _ = try wire.readMessage()
      try wire.send("this is no HTTP\r\n\r\n")
    }
    try await withGateway(stub) { gateway in
      let answer = try await gateway.send(gateway.request("GET /x", ""))
      #expect(answer.hasPrefix("HTTP/1.1 502 "))
    }
  }

  @Test func `a judge that takes too long blocks, and its late word changes nothing`() async throws
  {
    let stub = try StubServer()
    try await withGateway(
      stub, change: { $0.limits.judgeSeconds = 0.1 },
      judge: { request in
        try? await Task.sleep(for: .seconds(30))
        return RunningGateway.verdict(on: request)
      }
    ) { gateway in
      let answer = try await gateway.send(gateway.request("POST /api/v1/statuses", "status=Good"))
      #expect(answer.hasPrefix("HTTP/1.1 503 "))
      #expect(answer.contains("Nothing was sent"))
      #expect(stub.received.isEmpty)
    }
  }

  @Test func `a judge that takes too long is told that nobody waits, though the line stays open`()
    async throws
  {
    let stub = try StubServer()
    let isTold = Mutex(false)
    try await withGateway(
      stub, change: { $0.limits.judgeSeconds = 0.1 },
      judge: { request in
        try? await Task.sleep(for: .seconds(30))
        isTold.withLock { $0 = Task.isCancelled }
        return RunningGateway.verdict(on: request)
      }
    ) { gateway in
      let request = gateway.request("POST /api/v1/statuses", "status=Good")
      try await onThread { [port = gateway.port] in
        let wire = try Wire(port: port)
        try wire.send(request)
        _ = try wire.readMessage()
        for _ in 0..<1_000 where !isTold.withLock({ $0 }) { usleep(1_000) }
        wire.hangUp()
      }
      #expect(isTold.withLock { $0 })
    }
  }

  @Test func `a client that leaves while the judge thinks sends nothing`() async throws {
    let stub = try StubServer()
    try await withGateway(
      stub,
      judge: { request in
        try? await Task.sleep(for: .milliseconds(300))
        return RunningGateway.verdict(on: request)
      }
    ) { gateway in
      let request = gateway.request("POST /api/v1/statuses", "status=Good")
      try await onThread { [port = gateway.port] in
        let wire = try Wire(port: port)
        try wire.send(request)
        wire.reset()
      }
      #expect(try await eventually { gateway.notes.map(\.outcome) == [.left] })
      // A second client comes through; had the first been sent, it would be there before it.
      try await Task.sleep(for: .milliseconds(400))
      _ = try await gateway.send(gateway.request("GET /after", ""))
      #expect(stub.received.count == 1)
    }
  }

  @Test func `a client that leaves ends its request at the server`() async throws {
    let stub = try StubServer { stub, wire in
      stub.keep(try wire.read(until: "\r\n\r\n"))
      _ = try wire.readToEnd()
    }
    try await withGateway(stub, api: .bluesky) { gateway in
      try await onThread { [port = gateway.port] in
        let wire = try Wire(port: port)
        try wire.send(
          "POST /xrpc/com.atproto.repo.uploadBlob HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
            + "Content-Length: 1000\r\n\r\nhalf")
        while stub.received.isEmpty { usleep(1_000) }
        wire.hangUp()
      }
      #expect(try await eventually { stub.ended == 1 })
    }
  }

  @Test func `what is held or has a warning is told in the notes`() async throws {
    let stub = try StubServer()
    try await withGateway(stub) { gateway in
      for words in ["wait", "hm", "Good"] {
        _ = try await gateway.send(gateway.request("POST /api/v1/statuses", "status=" + words))
      }
      #expect(gateway.notes.map(\.outcome) == [.held, .warned, .allowed])
      #expect(gateway.notes.map(\.status) == [422, 200, 200])
      #expect(stub.received.count == 2)
    }
  }

  @Test func `a gateway that stops lets a running request come to its end`() async throws {
    let stub = try StubServer { stub, wire in
      stub.keep(try wire.readMessage() ?? [])
      usleep(200_000)
      try wire.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
    }
    let gateway = try await RunningGateway(
      port: stub.port, change: { $0.limits.drainSeconds = 10 })
    async let answer = gateway.send(gateway.request("POST /api/v1/statuses", "status=Good"))
    #expect(try await eventually { stub.received.count == 1 })
    await gateway.stop()
    let text = try await answer
    #expect(text.hasSuffix("\r\n\r\n{}"))
    #expect(throws: Wire.Fault.self) { try Wire(port: gateway.port) }
    stub.stop()
  }
}
