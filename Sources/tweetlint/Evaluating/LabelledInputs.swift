import Digests
import Reports
import Rules

/// The inputs of an evaluation; they are read whole, or nothing is evaluated.
struct LabelledInputs {
  /// The most faults that are shown one by one.
  private static let mostFaults = 20

  /// Files, or `-` for standard input.
  let files: [String]
  /// The rules that a draft may set aside.
  let ruleIDs: [String]
  /// The categories that a post may be expected to be found for.
  let categories: [String]
  /// Which posts are wanted, and how they are labelled and grouped.
  let choice: PostChoice

  /// The sets; all faults of all inputs are told before reading is given up.
  func sets() throws(CommandFault) -> [LabelledSet] {
    var sets: [LabelledSet] = []
    var problems: [RuleProblem] = []
    for file in files {
      let name = file == "-" ? "stdin" : file
      let bytes = try Self.bytes(of: file, name)
      let reader = LabelledReader(
        name: name, ruleIDs: ruleIDs, categories: categories, choice: choice)
      let read = reader.posts(in: bytes)
      problems += read.problems
      sets.append(
        LabelledSet(name: name, sha256: Digests.sha256(bytes), posts: read.posts))
    }
    guard problems.isEmpty else { throw Self.complain(problems) }
    if sets.allSatisfy(\.posts.isEmpty) {
      let wanted =
        choice.only.map { "--only \($0.key)=\($0.value)" }
        + choice.except.map { "--except \($0.key)=\($0.value)" }
      throw .message(
        "no post is left by \(wanted.joined(separator: " ")), so nothing was evaluated")
    }
    return sets
  }

  private static func bytes(of file: String, _ name: String) throws(CommandFault) -> [UInt8] {
    do throws(ByteFile.Fault) {
      return file == "-"
        ? try ByteFile.read(descriptor: 0, atMost: LabelledReader.inputLimit)
        : try ByteFile.read(file, atMost: LabelledReader.inputLimit)
    } catch {
      throw .message("cannot read the labelled posts \(name): \(error.reason)")
    }
  }

  /// A number measured on a part of a set would pass for one of the whole, so there is none.
  private static func complain(_ problems: [RuleProblem]) -> CommandFault {
    CommandFault.problems(Array(problems.prefix(mostFaults))).complain()
    let more = problems.count - mostFaults
    Console.complain(
      "tweetlint: " + (more > 0 ? "\(more) more faults, and " : "") + "nothing was evaluated")
    return .exit(2)
  }
}
