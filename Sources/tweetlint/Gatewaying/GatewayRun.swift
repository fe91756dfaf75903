import Dispatch
import Gateway
import Glibc
import Synchronization

/// Runs a gateway until somebody asks the program to end.
struct GatewayRun {
  /// What it listens on and what stands behind it.
  let configuration: GatewayConfiguration
  /// Who decides.
  let judge: GatewayJudge
  /// The file for the number of the process.
  let pidFile: String?

  /// Listens, waits for a signal, lets running requests come to their end, and ends with the signal's code.
  func run() throws(CommandFault) {
    StopSignal.listen()
    let gateway = Gateway(configuration: configuration, judge: judge, note: Self.tell)
    let started = Self.wait { () async -> Result<(host: String, port: Int), GatewayFault> in
      do throws(GatewayFault) {
        return .success(try await gateway.start())
      } catch {
        return .failure(error)
      }
    }
    switch started {
    case .failure(let fault): throw .message(fault.words)
    case .success(let place):
      do throws(CommandFault) {
        try writePIDFile()
      } catch {
        Self.wait { await gateway.stop() }
        throw error
      }
      Console.complain(
        "listening on http://\(Self.shown(place.host)):\(place.port) for "
          + "\(configuration.upstream.url) (\(configuration.api.rawValue))")
    }
    while !StopSignal.isReceived { usleep(100_000) }
    Self.wait { await gateway.stop() }
    if let pidFile { unlink(pidFile) }
    throw .exit(StopSignal.exitCode)
  }

  private func writePIDFile() throws(CommandFault) {
    guard let pidFile else { return }
    try CommandOutput.deliver(Array("\(getpid())\n".utf8), to: pidFile)
  }

  private static func shown(_ host: String) -> String {
    host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
  }

  /// One line for each request, without a word of what was written.
  @Sendable private static func tell(_ note: GatewayNote) {
    let status = note.status.map { String($0) } ?? "-"
    let id = note.decisionID.map { " " + $0 } ?? ""
    Console.complain(
      "\(note.method) \(note.route) \(note.outcome.rawValue) \(status) \(note.milliseconds) ms\(id)"
    )
  }

  /// Waits on the main thread, which runs nothing else, for something that other threads do.
  @discardableResult
  private static func wait<Value: Sendable>(
    for work: @escaping @Sendable () async -> Value
  ) -> Value {
    let answer = Answer<Value>()
    Task { answer.give(await work()) }
    return answer.take()
  }

  /// A place where one task leaves a value for a thread that waits.
  private final class Answer<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let isThere = DispatchSemaphore(value: 0)

    func give(_ value: Value) {
      self.value.withLock { $0 = value }
      isThere.signal()
    }

    func take() -> Value {
      while true {
        isThere.wait()
        if let value = value.withLock({ $0 }) { return value }
      }
    }
  }
}
