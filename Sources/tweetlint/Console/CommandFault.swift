import Glibc
import Reports
import Rules

/// Why a command could not do its job; the program says so and ends with code 2.
enum CommandFault: Error {
  /// Faults with a place in a file.
  case problems([RuleProblem])
  /// Anything else, in words.
  case message(String)
  /// Nobody reads the output any more, so nobody is told.
  case closed
  /// The command has told its story itself and ends with this code.
  case exit(Int32)

  /// Says what is wrong on standard error.
  func complain() {
    switch self {
    case .problems(let problems):
      for problem in problems {
        Console.complain(problem.rendered)
      }
    case .message(let text): Console.complain("tweetlint: " + TerminalText.shown(text))
    case .closed, .exit: break
    }
  }

  /// What is wrong, in words, where nothing else can be said.
  var words: String {
    switch self {
    case .problems(let problems): problems.first?.message ?? ""
    case .message(let text): text
    case .closed: "nobody reads the output"
    case .exit(let code): "it ended with code \(code)"
    }
  }

  /// The code with which the program ends.
  var exitCode: Int32 {
    switch self {
    case .exit(let code): code
    // As of a program that SIGPIPE ended, so that shells take it for what it is.
    case .closed: 128 + SIGPIPE
    case .problems, .message: 2
    }
  }
}

extension CommandFault {
  /// The fault of an id that no rule has, with the nearest one.
  static func unknownRule(_ id: String, among ids: [String]) -> CommandFault {
    let nearest = Nearest.to(id, among: ids)
    let hint = nearest.map { "Did you mean `\($0)`?" } ?? "`tweetlint rules list` names them."
    return .message("there is no rule `\(id)`. \(hint)")
  }

  /// Takes over what went wrong when printing.
  init(_ fault: Console.Fault) {
    switch fault {
    case .closed: self = .closed
    case .failed(let reason): self = .message("could not write the output: \(reason)")
    }
  }
}
