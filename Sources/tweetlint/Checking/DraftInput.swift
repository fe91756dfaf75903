import Drafts
import Reports

/// Something that drafts are read from.
enum DraftInput {
  /// A text of the command line.
  case text(String)
  /// Standard input.
  case standardInput
  /// A file.
  case file(String)

  /// The name that results show; `nil` for what is no file.
  var file: String? {
    if case .file(let path) = self { path } else { nil }
  }

  /// The name for messages.
  var name: String {
    switch self {
    case .text: "text"
    case .standardInput: "stdin"
    case .file(let path): path
    }
  }

  /// The drafts; at least one, be it a failure.
  ///
  /// Without rule IDs it is not known which there are, and a draft may set any aside.
  func drafts(ruleIDs: [String]?) -> [ReadDraft] {
    let reader = DraftReader(name: name, ruleIDs: ruleIDs)
    do throws(ByteFile.Fault) {
      switch self {
      case .text(let text): return [reader.draft(of: text)]
      case .standardInput:
        return reader.drafts(
          in: try ByteFile.read(descriptor: 0, atMost: DraftReader.inputLimit))
      case .file(let path):
        return reader.drafts(in: try ByteFile.read(path, atMost: DraftReader.inputLimit))
      }
    } catch {
      return [
        ReadDraft(
          Record.Failure(
            code: error.code, message: "Could not be read: \(error.reason)."))
      ]
    }
  }
}
