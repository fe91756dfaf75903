/// The arguments as the system gave them.
enum RawArguments {
  /// Turns away arguments that are not UTF-8, since what is checked would not be what was given.
  static func check() throws(CommandFault) {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[index] else { continue }
      if String(validatingCString: argument) == nil {
        Console.complain("tweetlint: argument \(index) is not UTF-8")
        throw .exit(64)
      }
    }
  }
}
