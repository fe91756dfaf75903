import Glibc
import Subprocess
import SystemPackage

/// What kept a command from being run, in words for whoever typed it.
struct SendFault {
  private let error: any Error
  private let command: String

  /// Takes what went wrong with a command.
  init(_ error: any Error, command: String) {
    self.error = error
    self.command = command
  }

  /// The same as the end of sending.
  var failure: SendRun.Failure {
    guard let error = error as? SubprocessError else { return .lost("\(error)") }
    switch error.code {
    case .executableNotFound: return .notStarted(missing)
    case .spawnFailed: return .notStarted(Self.words(error.underlyingError))
    default: return .lost(error.description)
    }
  }

  private var missing: String {
    guard command.utf8.contains(UInt8(ascii: "/")) else {
      return "there is no such command in the folders of PATH"
    }
    if access(command, F_OK) != 0 { return "there is no such file" }
    var status = stat()
    if stat(command, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      return "it is a folder"
    }
    return access(command, X_OK) == 0
      ? "the program that its first line names is not there"
      : "it is not executable; `chmod u+x` makes it so"
  }

  private static func words(_ reason: Errno?) -> String {
    switch reason {
    case .argListTooLong?:
      "the text is too long for an argument; leave out {}, and the command gets it on standard input"
    case .execFormatError?:
      "it is neither a program of this machine nor a script with a first line such as #!/bin/sh"
    case .noMemory?, .resourceTemporarilyUnavailable?:
      "the machine has no room for another program just now; try again"
    case let reason?: "\(reason)"
    case nil: "the system does not say why"
    }
  }
}
