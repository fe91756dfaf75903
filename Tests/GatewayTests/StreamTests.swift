import Foundation
import Gateway
import Testing

/// Streams go through as they come, whatever their length.
@Suite(.serialized) struct StreamTests {
  @Test func `an event of a stream arrives while the answer still runs`() async throws {
    let stub = try StubServer { stub, wire in
      guard let message = try wire.readMessage() else { return }
      stub.keep(message)
      try wire.send(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
      for event in ["data: 1\n\n", "data: 2\n\n"] {
        try wire.send("9\r\n\(event)\r\n")
        // The next event waits until the client has told of this one, on the same line.
        if event.contains("1") { stub.keep(try wire.readMessage() ?? []) }
      }
      try wire.send("0\r\n\r\n")
    }
    try await withGateway(stub) { gateway in
      let events = try await onThread { [port = gateway.port] in
        let wire = try Wire(port: port)
        let request = "GET /api/v1/streaming HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
        try wire.send(request + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
        _ = try wire.read(until: "\r\n\r\n")
        return String(decoding: try wire.read(until: "data: 1\n\n\r\n"), as: UTF8.self)
      }
      #expect(events == "9\r\ndata: 1\n\n\r\n")
      // The client left in the middle, so the server's line ends as well.
      #expect(try await eventually { stub.ended == 1 })
      #expect(try await eventually { gateway.notes.map(\.outcome) == [.left] })
    }
  }

  @Test func `an answer that ends with its line ends the client's line too`() async throws {
    let stub = try StubServer { stub, wire in
      _ = try wire.readMessage()
      try wire.send("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nall of it")
    }
    try await withGateway(stub) { gateway in
      let answer = try await onThread { [port = gateway.port] in
        let wire = try Wire(port: port)
        try wire.send("GET /x HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
        return String(decoding: try wire.readToEnd(), as: UTF8.self)
      }
      #expect(
        answer
          == "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\nall of it")
    }
  }

  @Test func `a WebSocket becomes a plain pipe, with what was sent too early`() async throws {
    let stub = try StubServer { stub, wire in
      stub.keep(try wire.readMessage() ?? [])
      try wire.send(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + "Sec-WebSocket-Accept: x\r\n\r\nfirst")
      while true {
        let bytes = try wire.read()
        if bytes.isEmpty { return }
        try wire.send(bytes.reversed())
      }
    }
    try await withGateway(stub) { gateway in
      let talk = try await onThread { [port = gateway.port] in
        let wire = try Wire(port: port)
        try wire.send(
          "GET /api/v1/streaming HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: keep-alive, Upgrade\r\n"
            + "Upgrade: websocket\r\nSec-WebSocket-Key: y\r\n\r\n")
        var talk = [try wire.read(until: "\r\n\r\n"), try wire.read(exactly: 5)]
        for word in ["\u{0}\r\n\r\nGET", "POST /api/v1/statuses HTTP/1.1\r\n"] {
          try wire.send(word)
          talk.append(try wire.read(exactly: word.utf8.count))
        }
        return talk.map { String(decoding: $0, as: UTF8.self) }
      }
      #expect(
        talk == [
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: x\r\n\r\n", "first", "TEG\n\r\n\r\u{0}",
          "\n\r1.1/PTTH sesutats/1v/ipa/ TSOP",
        ])
      #expect(
        stub.received.first?.contains("\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n") == true)
      #expect(try await eventually { stub.ended == 1 })
    }
  }

  @Test func `no other protocol than a WebSocket can be asked for`() async throws {
    let stub = try StubServer()
    try await withGateway(stub) { gateway in
      let answer = try await gateway.send(
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(gateway.port)\r\nConnection: Upgrade, HTTP2-Settings\r\n"
          + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 200 "))
      #expect(
        stub.received == ["GET / HTTP/1.1\r\nHost: 127.0.0.1:\(stub.port)\r\n\r\n"])
    }
  }

  @Test func `48 MB go up and down while far less is held`() async throws {
    let size = 48 << 20
    let stub = try StubServer { stub, wire in
      let head = try wire.read(until: "\r\n\r\n")
      stub.keep(head)
      var sum: UInt64 = 0
      var rest = size
      while rest > 0 {
        let bytes = try wire.read()
        for byte in bytes { sum = sum &* 31 &+ UInt64(byte) }
        rest -= bytes.count
      }
      stub.keep(Array(String(sum).utf8))
      try wire.send("HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n")
      let block = [UInt8](repeating: UInt8(ascii: "z"), count: 1 << 20)
      for _ in 0..<48 { try wire.send(block) }
      _ = try wire.read()
    }
    try await withGateway(stub, api: .bluesky) { gateway in
      let before = Self.peakKilobytes()
      let received = try await onThread { [port = gateway.port] in
        let wire = try Wire(port: port)
        try wire.send(
          "POST /xrpc/com.atproto.repo.uploadBlob HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
            + "Content-Type: video/mp4\r\nContent-Length: \(size)\r\n\r\n")
        let block = (0..<(1 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        for _ in 0..<48 { try wire.send(block) }
        _ = try wire.read(until: "\r\n\r\n")
        // A slow reader: what is not taken must wait at the server.
        var count = 0
        while count < size {
          count += try wire.read().count
        }
        return count
      }
      #expect(received == size)
      // Other tests that run at the same time need some of it.
      #expect(Self.peakKilobytes() - before < 32 << 10)
      var sum: UInt64 = 0
      for index in 0..<size {
        sum = sum &* 31 &+ UInt64(UInt8(truncatingIfNeeded: (index & 0xFFFFF) &* 7))
      }
      #expect(stub.received.last == String(sum))
    }
  }

  private static func peakKilobytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}
