import Glibc

/// Reads the keys that a person presses, one by one at a terminal, else a line each.
///
/// A terminal is asked not to show keys and not to wait for the end of a line; it gets back its own ways when the reader
/// goes, also when the program is asked to end.
final class KeyReader {
  /// What came of waiting for a key.
  enum Key: Equatable {
    /// A key.
    case pressed(UInt8)
    /// Something that is no single key.
    case other
    /// No key will come any more.
    case end
    /// Somebody asked the program to end.
    case stopped
  }

  private let descriptor: Int32
  /// The terminal's own ways; `nil` when there is no terminal.
  private var ways: termios?
  private var waiting: [UInt8] = []
  private var isAtEnd = false

  /// Takes standard input.
  init(descriptor: Int32 = STDIN_FILENO) {
    self.descriptor = descriptor
    var ways = termios()
    guard isatty(descriptor) == 1, tcgetattr(descriptor, &ways) == 0 else { return }
    self.ways = ways
    // A key that stops the program would leave the terminal as it is now, so only that which ends it has its meaning.
    ways.c_lflag &= ~tcflag_t(ICANON | ECHO)
    withUnsafeMutableBytes(of: &ways.c_cc) { keys in
      keys[Int(VMIN)] = 1
      keys[Int(VTIME)] = 0
      keys[Int(VQUIT)] = 0
      keys[Int(VSUSP)] = 0
    }
    tcsetattr(descriptor, TCSANOW, &ways)
  }

  deinit {
    restore()
  }

  /// True when keys are read one by one.
  var isTerminal: Bool { ways != nil }

  /// Gives the terminal its own ways back.
  func restore() {
    guard var ways else { return }
    tcsetattr(descriptor, TCSANOW, &ways)
    self.ways = nil
  }

  /// Waits for the next key.
  func next() -> Key {
    isTerminal ? nextPressed() : nextLine()
  }

  private func nextPressed() -> Key {
    guard let byte = nextByte() else { return StopSignal.isReceived ? .stopped : .end }
    // Ctrl-D means the end, as it does where lines are read.
    if byte == 0x04 { return .end }
    guard byte == 0x1B || byte >= 0x80 else { return .pressed(byte) }
    // The further bytes of an arrow or a letter that is not English are no keys of their own.
    while !waiting.isEmpty || isReady(within: 20) {
      guard nextByte() != nil else { break }
    }
    return .other
  }

  /// A line with one letter is a key.
  private func nextLine() -> Key {
    var letters: [UInt8] = []
    while let byte = nextByte() {
      if byte == UInt8(ascii: "\n") {
        if letters.isEmpty { continue }
        return letters.count == 1 ? .pressed(letters[0]) : .other
      }
      let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r") || byte == 0x09
      if !isBlank, letters.count < 2 { letters.append(byte) }
    }
    if StopSignal.isReceived { return .stopped }
    return letters.isEmpty ? .end : letters.count == 1 ? .pressed(letters[0]) : .other
  }

  // MARK: - Bytes

  private func nextByte() -> UInt8? {
    while waiting.isEmpty {
      guard !isAtEnd, !StopSignal.isReceived else { return nil }
      // Waiting ends now and then, since a signal may come just before it begins.
      guard isReady(within: 200) else { continue }
      let count = readWaiting()
      if count == 0 { isAtEnd = true }
    }
    return waiting.removeFirst()
  }

  /// Reads what is there, and gives back how much it was; a terminal that went away gives nothing any more.
  private func readWaiting() -> Int {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = read(descriptor, &buffer, buffer.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return -1 }
    waiting += buffer[..<max(0, count)]
    return max(0, count)
  }

  private func isReady(within milliseconds: Int32) -> Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, milliseconds) > 0
  }
}
