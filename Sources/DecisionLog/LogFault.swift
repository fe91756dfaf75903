/// Why the log could not do what was asked.
package enum LogFault: Error, Equatable {
  /// The file of the log or of its key cannot be used: its path, what is wrong, and how to mend it.
  case unusable(path: String, reason: String)
  /// Others than the user can read or change the file or its folder: its path, what is wrong, and how to mend it.
  case unsafe(path: String, reason: String)
  /// The key is not the one that the log was made with, or the line that names the log was changed.
  case wrongKey(path: String)
  /// An entry, or the file, is not as it was written.
  case damaged(String)
  /// An entry says something that no entry may say.
  case refused(String)
  /// There is no such entry.
  case unknown(EntryID)
  /// Another program keeps the log busy for too long.
  case busy(path: String)

  /// What is wrong and how to mend it, in words.
  package var words: String {
    switch self {
    case .unusable(let path, let reason): "cannot use \(path): \(reason)"
    case .unsafe(let path, let reason): "\(path) is not safe: \(reason)"
    case .wrongKey(let path):
      "the key is not that of the decision log \(path), or the name of the log was changed; "
        + "put back the key that the log was made with"
    case .damaged(let what):
      "the decision log is not as it was written: \(what); `tweetlint log verify` tells more"
    case .refused(let reason): reason
    case .unknown(let entry): "the decision log has no decision \(entry)"
    case .busy(let path):
      "another program keeps the decision log \(path) busy; try again when it has ended"
    }
  }
}
