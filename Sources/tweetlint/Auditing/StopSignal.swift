import Glibc
import Synchronization

/// Notes that somebody asked the program to end, so that a long run can end cleanly.
enum StopSignal {
  private static let received = Atomic<Int32>(0)

  /// Listens for SIGTERM, SIGINT and SIGHUP; a second one ends the program at once.
  static func listen() {
    for number in [SIGTERM, SIGINT, SIGHUP] {
      signal(number) { number in
        StopSignal.received.store(number, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }

  /// True when the program was asked to end.
  static var isReceived: Bool {
    received.load(ordering: .relaxed) != 0
  }

  /// The code of a program that a signal ended.
  static var exitCode: Int32 {
    128 + received.load(ordering: .relaxed)
  }
}
