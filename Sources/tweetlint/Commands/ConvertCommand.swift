import Archives
import ArgumentParser
import Drafts
import Glibc
import Reports
import Rules

/// Writes the posts of archives as lines of JSON that can be parted among machines.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Write the posts of archives as compressed JSON Lines.",
    discussion: """
      A zip or one large compressed file cannot be parted among machines. This writes files of \
      posts, each by itself, in which `tweetlint audit` finds the same. What could not be read, and \
      what was left out, is counted on standard error and not written.

      EXAMPLES
        tweetlint convert twitter-2026-11-01.zip -o posts
        tweetlint audit posts/*.jsonl.zst

      EXIT STATUS
        0  every record was written or left out on purpose
        2  something could not be read or written
        3  some records could not be read; standard error names them
        64 wrong usage
        130, 143  ended by Ctrl-C or by SIGTERM; files that are there are complete
      """)

  @Argument(
    help: ArgumentHelp("Archives, exports and folders; - for standard input.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder for the files; it must be new or empty.", valueName: "folder"),
    completion: .directory)
  var output: String

  @OptionGroup(title: "What is read")
  var reading: AuditInputOptions

  @Option(name: .long, help: "How files are compressed: zstd, gzip or none.")
  var compression: CompressedOutput.Compression = .zstd

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The MiB of text from which on a new file is begun.", valueName: "number"))
  var partSize = 128

  mutating func validate() throws {
    guard (1...65_536).contains(partSize) else {
      throw ValidationError("--part-size is 1 to 65536.")
    }
  }

  func run() throws {
    try SameFile.check(inputs: paths, output: nil)
    let parts = try PostFiles(
      folder: output, compression: compression, partSize: partSize << 20)
    let counts = try convert(to: parts)
    Console.complain(
      "tweetlint: \(Wording.count(counts.written, "post", "posts")) in "
        + "\(Wording.count(parts.count, "file", "files")), \(counts.skipped) left out, "
        + "\(counts.failed) not read")
    if counts.failed > 0 || counts.complaints > 0 {
      throw CommandFault.exit(ExitStatus.incomplete.rawValue)
    }
  }

  private func convert(to parts: PostFiles) throws -> Conversion.Counts {
    StopSignal.listen()
    var options = try reading.options(ruleIDs: nil)
    options.shouldStop = { StopSignal.isReceived }
    let conversion = Conversion(
      reading: options, account: reading.ofAccount.map(DraftFields.handle))
    do {
      let counts = try conversion.convert(paths, to: parts)
      try parts.finish()
      return counts
    } catch {
      parts.abandon()
      if StopSignal.isReceived {
        Console.complain("tweetlint: stopped before the end; what is in \(output) is complete")
      }
      throw error
    }
  }
}

extension CompressedOutput.Compression: ExpressibleByArgument {}
