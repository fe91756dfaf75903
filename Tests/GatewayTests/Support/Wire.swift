import Foundation
import Glibc
import Synchronization

/// A plain socket with blocking calls, each of which gives up after some minutes.
///
/// Only so that a run ends: a gateway whose tasks wait behind those of all other tests may take long to answer.
final class Wire: Sendable {
  /// What a test cannot go on without.
  struct Fault: Error {
    let words: String
  }

  private let descriptor: Int32
  private let rest = Mutex<[UInt8]>([])

  init(descriptor: Int32) {
    self.descriptor = descriptor
    var limit = timeval(tv_sec: 900, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(
      descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  /// Connects to a port of this machine.
  convenience init(port: Int) throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = Wire.loopback(port: port)
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw Fault(words: "connect: \(String(cString: strerror(errno)))") }
    self.init(descriptor: descriptor)
  }

  deinit {
    close(descriptor)
  }

  static func loopback(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }

  /// A socket with a port of this machine that is free.
  static func bound() throws -> (descriptor: Int32, port: Int) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = loopback(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) | getsockname(descriptor, $0, &size)
      }
    }
    guard status == 0 else { throw Fault(words: "bind: \(String(cString: strerror(errno)))") }
    return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
  }

  /// Sends all of it.
  func send(_ bytes: some Collection<UInt8>) throws {
    let bytes = Array(bytes)
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Fault(words: "send: \(String(cString: strerror(errno)))") }
      sent += count
    }
  }

  func send(_ text: String) throws {
    try send(text.utf8)
  }

  /// Says that nothing more will come.
  func hangUp() {
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  /// Ends the line with a reset.
  func reset() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    hangUp()
  }

  /// The next bytes, at most so many; none at the end.
  func read(atMost limit: Int = 64 << 10) throws -> [UInt8] {
    let kept = rest.withLock { rest in
      let kept = Array(rest.prefix(limit))
      rest.removeFirst(kept.count)
      return kept
    }
    if !kept.isEmpty { return kept }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = recv(descriptor, &bytes, limit, 0)
    guard count >= 0 else {
      if errno == ECONNRESET { return [] }
      throw Fault(words: "recv: \(String(cString: strerror(errno)))")
    }
    return Array(bytes.prefix(count))
  }

  /// All bytes up to the end.
  func readToEnd() throws -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let next = try read()
      if next.isEmpty { return all }
      all += next
    }
  }

  /// Reads until what has come ends with `ending`, and keeps what came behind it for later.
  func read(until ending: String) throws -> [UInt8] {
    try read { Wire.place(of: Array(ending.utf8), in: $0).map { $0 + ending.utf8.count } }
  }

  /// Reads exactly so many bytes.
  func read(exactly count: Int) throws -> [UInt8] {
    try read { $0.count >= count ? count : nil }
  }

  private func read(_ end: ([UInt8]) -> Int?) throws -> [UInt8] {
    var all: [UInt8] = []
    while true {
      if let end = end(all) {
        rest.withLock { $0 = Array(all[end...]) + $0 }
        return Array(all[..<end])
      }
      let next = try read()
      guard !next.isEmpty else {
        throw Fault(
          words: "the line ended after: \(String(decoding: all.prefix(2000), as: UTF8.self))")
      }
      all += next
    }
  }

  /// One message of HTTP with its body, as it came; `nil` when the line ends first.
  func readMessage(isAnswerToHead: Bool = false) throws -> [UInt8]? {
    let first = try read(atMost: 1)
    if first.isEmpty { return nil }
    var message = first + (try read(until: "\r\n\r\n"))
    let head = String(decoding: message, as: UTF8.self).lowercased()
    if isAnswerToHead || head.hasPrefix("http/1.1 1") || head.hasPrefix("http/1.1 204") {
      return message
    }
    if head.contains("\r\ntransfer-encoding: chunked") {
      while true {
        let line = try read(until: "\r\n")
        message += line
        let size = Int(String(decoding: line.dropLast(2), as: UTF8.self), radix: 16) ?? 0
        message += try read(exactly: size + 2)
        if size == 0 { return message }
      }
    }
    if let place = head.range(of: "\r\ncontent-length: ") {
      let digits = head[place.upperBound...].prefix { $0.isNumber }
      message += try read(exactly: Int(digits) ?? 0)
    }
    return message
  }

  private static func place(of part: [UInt8], in whole: [UInt8]) -> Int? {
    guard whole.count >= part.count else { return nil }
    return (0...(whole.count - part.count)).first { whole[$0...].starts(with: part) }
  }
}

/// Does something that blocks on a thread of its own, so that it does not hold up what runs beside it.
func onThread<Result: Sendable>(
  _ work: @escaping @Sendable () throws -> Result
) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread {
      continuation.resume(with: Swift.Result { try work() })
    }
  }
}
