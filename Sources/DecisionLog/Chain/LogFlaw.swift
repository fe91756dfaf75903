/// What is wrong with a log.
package struct LogFlaw: Sendable, Equatable {
  /// The first entry that is not as it was written; `nil` when no single one can be named.
  package var entry: EntryID?
  /// What is wrong with it.
  package var kind: Kind

  /// What can be wrong.
  package enum Kind: Sendable, Equatable {
    /// A column of it was changed, or it does not follow the entry before it.
    case changed
    /// Its body was changed.
    case bodyChanged
    /// It has the body of another entry.
    case bodyOf(EntryID)
    /// It is not there.
    case missing
    /// It stands in the place of another one.
    case movedTo(EntryID)
    /// It is a copy of another entry.
    case repeats(EntryID)
    /// Its body is not there, and no purge tells of that.
    case bodyMissing
    /// The words of the post that were kept with it were changed.
    case textChanged
    /// The words of the post that were kept with it are not there, and no purge tells of that.
    case textMissing
    /// There are words of a post that belong to no entry.
    case textAdded
    /// The entry that a head names as the last is not there: entries were cut off at the end.
    case cut
    /// The entry that a head names as the last is another one: entries were cut off, and others written since.
    case replaced
    /// The head is of another log.
    case otherLog
    /// The signature of the head is not right.
    case badSignature
    /// The head was signed with another key than the one that is given.
    case otherSigner
    /// The file itself is not whole.
    case file(String)
  }

  /// What is wrong, in words.
  package var words: String {
    let name = entry.map { "entry \($0)" } ?? "the log"
    return switch kind {
    case .changed: "\(name) was changed, or an entry before it was taken out"
    case .bodyChanged: "the body of \(name) was changed"
    case .bodyOf(let other): "\(name) has the body of \(other): bodies were exchanged"
    case .missing: "\(name) is missing"
    case .movedTo(let other): "\(name) stands in the place of \(other): entries were reordered"
    case .repeats(let other): "\(name) is a copy of \(other)"
    case .bodyMissing: "the body of \(name) is missing, and no purge tells of that"
    case .textChanged: "the words that were kept with \(name) were changed"
    case .textMissing:
      "the words that were kept with \(name) are missing, and no purge tells of that"
    case .textAdded: "words are kept for \(name) that do not belong to it"
    case .cut: "\(name), the last one of the head, is missing: entries were cut off at the end"
    case .replaced:
      "\(name) is not the one of the head: entries were cut off, and others were written since"
    case .otherLog: "the head is of another log"
    case .badSignature: "the signature of the head is not right: the head was changed"
    case .otherSigner: "the head was signed with another key"
    case .file(let what): what
    }
  }
}
