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
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = Wire.loopback(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) | listen(descriptor, 64) | getsockname(descriptor, $0, &size)
      }
    }
    guard status == 0 else { throw Wire.Fault(words: "bind") }
    self.descriptor = descriptor
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in
      while true {
        let line = accept(descriptor, nil, nil)
        guard line >= 0 else { return }
        Thread.detachNewThread {
          try? service(self, Wire(descriptor: line))
          self.ends.withLock { $0 += 1 }
        }
      }
    }
  }

  /// Takes no more connections.
  func stop() {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
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
