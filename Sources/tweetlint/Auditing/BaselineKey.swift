import Digests
import Files
import Glibc
import Reports

/// Finds the key of a baseline, and makes one for a new baseline.
struct BaselineKey {
  /// The variable that holds a key.
  static let variable = "TWEETLINT_BASELINE_KEY"

  /// The file that an option names.
  let option: String?
  /// The baseline's own file.
  let baseline: String

  /// The file of the key where nobody names another.
  static func path(beside baseline: String) -> String { baseline + ".key" }

  /// The key; where there is none, one may be made.
  func key(mayMake: Bool) throws(CommandFault) -> HashKey {
    if option == nil, let value = Environment[Self.variable] {
      guard let key = HashKey(hex: Array(value.utf8)) else {
        throw .message("\(Self.variable) is no key: it must be 64 hexadecimal digits")
      }
      return key
    }
    let path = option ?? Self.path(beside: baseline)
    let bytes: [UInt8]
    do throws(ByteFile.Fault) {
      bytes = try ByteFile.read(path, atMost: 4_096)
    } catch {
      guard error.code == "not-found" else {
        throw .message("cannot read \(path): \(error.reason)")
      }
      guard mayMake else { throw missing(path) }
      return try make(path)
    }
    guard let key = HashKey(hex: bytes) else {
      throw .message("\(path) is no key: it must hold 64 hexadecimal digits")
    }
    return key
  }

  private func missing(_ path: String) -> CommandFault {
    .message(
      "there is no key for \(baseline): put it into \(path), name its file with --baseline-key, or set \(Self.variable)"
    )
  }

  private func make(_ path: String) throws(CommandFault) -> HashKey {
    let key = HashKey()
    do throws(SystemFault) {
      let file = try NewFile(path, mode: 0o600)
      try file.write(Array("\(key.hex)\n".utf8))
      guard try file.claim() else { throw SystemFault(EEXIST) }
    } catch {
      throw .message("could not write \(path): \(error.words)")
    }
    Console.complain(
      "tweetlint: made the key \(TerminalText.shown(path)). Anyone who has it can find out by trying whether a text is in "
        + "the baseline: keep it out of the repository, and give it to those who audit with this baseline."
    )
    return key
  }
}
