import Foundation
import Glibc

/// A program at a terminal that somebody types at.
final class Terminal {
  private let own: Int32
  private let process = Process()
  private var seen: [UInt8] = []

  /// Starts the program with a terminal as its input and output.
  init(_ program: Program, _ arguments: [String]) throws {
    var (own, other): (Int32, Int32) = (0, 0)
    var size = winsize(ws_row: 40, ws_col: 90, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&own, &other, nil, nil, &size) == 0 else { throw CocoaError(.fileNoSuchFile) }
    self.own = own
    let handle = FileHandle(fileDescriptor: other, closeOnDealloc: false)
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.currentDirectoryURL = program.folder.url
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm", "NO_COLOR": "1"]
      .merging(program.environment) { $1 }
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    // Kept open, the ways of the terminal can be looked at when the program is gone.
    terminal = other
  }

  private let terminal: Int32

  deinit {
    process.terminate()
    close(own)
    close(terminal)
  }

  /// Waits until a text has appeared; true when it has.
  func shows(_ text: String, within seconds: Double = 20) -> Bool {
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end {
      if let range = seen.firstRange(of: Array(text.utf8)) {
        seen.removeSubrange(..<range.upperBound)
        return true
      }
      var state = pollfd(fd: own, events: Int16(POLLIN), revents: 0)
      guard poll(&state, 1, 100) > 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 4_096)
      let count = read(own, &buffer, buffer.count)
      guard count > 0 else { break }
      seen += buffer[..<count]
    }
    return false
  }

  /// Presses keys.
  func press(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(own, bytes, bytes.count)
  }

  /// True when the terminal shows what is typed, and waits for whole lines, as it did before.
  var isAsBefore: Bool {
    var ways = termios()
    return tcgetattr(terminal, &ways) == 0 && ways.c_lflag & tcflag_t(ECHO) != 0
      && ways.c_lflag & tcflag_t(ICANON) != 0
  }

  /// Sends a signal.
  func send(_ signal: Int32) {
    kill(process.processIdentifier, signal)
  }

  /// Waits for the end, and gives the exit code; a program that does not end is killed, which has a code of its own.
  func wait(atMost seconds: Double = 20) -> Int32 {
    let end = Date(timeIntervalSinceNow: seconds)
    while process.isRunning, Date() < end { usleep(20_000) }
    if process.isRunning { send(SIGKILL) }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
