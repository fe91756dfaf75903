import Gateway
import Glibc

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
    let started = Waiting.for { () async -> Result<(host: String, port: Int), GatewayFault> in
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
        Waiting.for { await gateway.stop() }
        throw error
      }
      Console.complain(
        "listening on http://\(Self.shown(place.host)):\(place.port) for "
          + "\(configuration.upstream.url) (\(configuration.api.rawValue))")
    }
    while !StopSignal.isReceived { usleep(100_000) }
    Waiting.for { await gateway.stop() }
    if let pidFile { unlink(pidFile) }
    throw .exit(StopSignal.exitCode)
  }

  private func writePIDFile() throws(CommandFault) {
    guard let pidFile else { return }
    if ByteFile.exists(pidFile) {
      let old = try? ByteFile.read(pidFile, atMost: 32)
      guard let old, old.isEmpty || Int32(String(decoding: old.dropLast(), as: UTF8.self)) != nil
      else {
        throw .message("\(pidFile) is there and holds no process's number; name another file")
      }
    }
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
}
