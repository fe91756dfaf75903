import ArgumentParser
import DecisionLog
import Digests
import Reports

/// Finds out whether the log is as it was written.
struct LogVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Find out whether the log is as it was written.",
    discussion: """
      Each entry is held against the one before it: a byte that was changed, and an entry that is \
      missing, repeated or in another place, is found, and the first one is named. Entries that \
      were cut off at the end leave no gap: only a head that was exported before, and kept \
      elsewhere, shows that.

      EXAMPLES
        tweetlint log export -o head.json     # now and then, and keep it elsewhere
        tweetlint log verify --head head.json

      EXIT STATUS
        0  nothing was found
        1  the log is not as it was written
        2  it could not be read
        64 wrong usage
      """)

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A head that was exported before; the log must still hold it.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var head: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The public key that the head must be signed with; else the one of this log.",
      valueName: "hex"))
  var publicKey: String?

  @OptionGroup var options: LogOptions

  mutating func validate() throws {
    if publicKey != nil, head == nil {
      throw ValidationError("--public-key goes with --head FILE.")
    }
    if let publicKey, Hexadecimal.bytes(publicKey.utf8)?.count != SigningKey.publicSize {
      throw ValidationError("--public-key takes 64 hexadecimal digits.")
    }
  }

  func run() throws {
    let head = try head.map(read)
    let settings = try options.settings()
    let found: Verification
    do throws(LogFault) {
      found = try settings.open(mayMake: false).verify(against: head, publicKey: publicKey)
    } catch .damaged(let words) {
      return try report(words)
    } catch .wrongKey {
      return try report("the key is not that of the log, or the name of the log was changed")
    } catch {
      throw CommandFault(error)
    }
    if let flaw = found.flaw { return try report(flaw.words) }
    try CommandOutput.deliver(words(found, head))
  }

  private func read(_ path: String) throws(CommandFault) -> LogHead {
    let bytes: [UInt8]
    do throws(ByteFile.Fault) {
      bytes = try ByteFile.read(path, atMost: 1 << 20)
    } catch {
      throw .message("cannot read the head \(path): \(error.reason)")
    }
    guard let head = LogHead(json: bytes) else {
      throw .message("\(path) is no head of a log: `tweetlint log export` writes one")
    }
    return head
  }

  private func report(_ words: String) throws(CommandFault) {
    try CommandOutput.deliver(
      TerminalText.shown("The log is not as it was written: \(words).") + "\n")
    throw .exit(1)
  }

  private func words(_ found: Verification, _ head: LogHead?) -> String {
    var lines = ["The log is as it was written. Entries: \(found.entries)."]
    if found.purged > 0 {
      lines.append("What \(found.purged) of them said was removed, as purges in the log tell.")
    }
    if let head {
      lines.append(
        "It still holds the head of \(LogMoment.shown(head.at)), "
          + "\(EntryID(sequence: head.sequence)).")
    } else {
      lines.append(
        "Entries that were cut off at the end are found only with --head, by a head that was kept "
          + "elsewhere.")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
