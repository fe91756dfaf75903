import Foundation
import Glibc
import Synchronization

/// A server that keeps every byte that it gets, and answers as a test says.
final class StubServer: Sendable {
  /// Serves one connection.
  typealias Service = @Sendable (StubServer, Wire) throws -> Void

  let port: Int
  private let descriptor: Int32
  private let messages = Mutex<[[UInt8]]>([])
  private let ends = Mutex<Int>(0)

  /// Answers every request with the same bytes.
  convenience init(answer: String = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") throws {
    try self.init { stub, wire in
      while let message = try wire.readMessage() {
        stub.keep(message)
        try wire.send(answer)
      }
    }
  }

  init(_ service: @escaping Service) throws {
    let (descriptor, port) = try Wire.bound()
    guard listen(descriptor, 64) == 0 else { throw Wire.Fault(words: "listen") }
    self.descriptor = descriptor
    self.port = port
    Thread.detachNewThread { [self] in
      while true {
        let line = accept(descriptor, nil, nil)
        guard line >= 0 else { break }
        Thread.detachNewThread {
          try? service(self, Wire(descriptor: line))
          self.ends.withLock { $0 += 1 }
        }
      }
      // Closed by the thread that accepts: its number may be another server's at once.
      close(descriptor)
    }
  }

  /// Takes no more connections.
  func stop() {
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  /// A port that answers nobody and that nobody else is given, as long as the body runs.
  static func withClosedPort(_ body: (Int) async throws -> Void) async throws {
    let (descriptor, port) = try Wire.bound()
    defer { close(descriptor) }
    try await body(port)
  }

  /// Keeps a message for the test.
  func keep(_ message: [UInt8]) {
    messages.withLock { $0.append(message) }
  }

  /// The messages that came, as they came.
  var received: [String] {
    messages.withLock { $0.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// How many connections have come to their end.
  var ended: Int { ends.withLock { $0 } }
}
