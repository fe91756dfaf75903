import Glibc
import Synchronization

/// Notes that somebody asked the program to end, so that a long run can end cleanly.
enum StopSignal {
  private static let received = Atomic<Int32>(0)

  /// Listens for SIGTERM, SIGINT and SIGHUP; a second one ends the program at once.
  ///
  /// What whoever started the program chose to ignore, as `nohup` does, stays ignored; what they only held back is let
  /// through.
  static func listen() {
    // Made now: a signal must not be the first to ask for it, since what makes it waits for locks.
    _ = isReceived
    var wanted = sigset_t()
    sigemptyset(&wanted)
    for number in [SIGTERM, SIGINT, SIGHUP] where !isIgnored(number) {
      sigaddset(&wanted, number)
      signal(number) { number in
        StopSignal.received.store(number, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
    sigprocmask(SIG_UNBLOCK, &wanted, nil)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    return sigaction(number, nil, &action) == 0
      && unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
        == unsafeBitCast(SIG_IGN, to: Int.self)
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
