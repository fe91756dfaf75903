import ArgumentParser
import DecisionLog

/// Takes the signed head, or all entries, out of the log.
struct LogExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Export the signed head of the log, or its entries.",
    discussion: """
      The head names the last entry and its code, signed with Ed25519. Keep it where those who \
      can write to the log cannot: `tweetlint log verify --head` then shows whether entries were \
      cut off. What is signed is the head without its last member: everything before \
      `,"signature"`, and a closing brace.

      EXAMPLES
        tweetlint log export -o head.json
        tweetlint log export --entries -o entries.jsonl
      """)

  @Flag(name: .long, help: "Export all entries instead, as JSON Lines.")
  var entries = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @OptionGroup var options: LogOptions

  func run() throws {
    var settings = try options.shared.settings()
    settings.decisions.value = try options.settings()
    try SameFile.check(
      outputs: [output],
      keeping: settings.kept)
    if entries { return try exportEntries() }
    let head = try options.withLog { log throws(LogFault) in
      try log.head(by: MachineUser.name)
    }
    try CommandOutput.deliver(head.json + [UInt8(ascii: "\n")], to: output)
  }

  private func exportEntries() throws {
    let log = try options.settings().openLog(mayMake: false)
    let stream = try OutputStream(path: output)
    do {
      let last = try log.beginExport(by: MachineUser.name)
      var sequence = 0
      while sequence < last.sequence {
        let portion = try log.lines(after: sequence, upTo: last)
        try stream.write(portion.bytes)
        sequence = portion.last
      }
    } catch let fault as LogFault {
      throw CommandFault(fault)
    } catch let fault as Console.Fault {
      throw CommandFault(fault)
    }
    try stream.finish()
  }
}
