import Files
import Glibc

/// Prints, completely or not at all, and says so when it cannot.
enum Console {
  /// The streams of a process.
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  /// Why something could not be printed.
  enum Fault: Error, Equatable {
    /// Nobody reads the stream any more.
    case closed
    /// The system's reason, such as a full disk.
    case failed(String)

    /// Why, in words.
    var reason: String {
      switch self {
      case .closed: "nobody reads it"
      case .failed(let reason): reason
      }
    }
  }

  /// Prints bytes.
  static func write(_ bytes: [UInt8], to stream: Stream = .output) throws(Fault) {
    try write(bytes, descriptor: stream.rawValue)
  }

  /// Prints a text.
  static func write(_ text: String, to stream: Stream = .output) throws(Fault) {
    try write(Array(text.utf8), to: stream)
  }

  /// Prints a line on standard error; when nobody reads that, nothing is left to tell.
  static func complain(_ text: String) {
    try? write(Array((text + "\n").utf8), to: .error)
  }

  /// Writes bytes to an open file, however many calls that takes.
  static func write(_ bytes: [UInt8], descriptor: Int32) throws(Fault) {
    do throws(SystemFault) {
      try Descriptor.write(bytes, to: descriptor)
    } catch {
      throw error.number == EPIPE ? .closed : .failed(error.words)
    }
  }

  /// True when the stream is a terminal.
  static func isTerminal(_ stream: Stream) -> Bool {
    isatty(stream.rawValue) == 1
  }

  /// True when standard input is a terminal.
  static var isInputTerminal: Bool {
    isatty(STDIN_FILENO) == 1
  }

  /// The columns of the terminal; 80 when there is none.
  static var width: Int {
    var size = winsize()
    guard ioctl(Stream.output.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return Int(size.ws_col)
  }
}
