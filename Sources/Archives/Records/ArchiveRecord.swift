/// What came of one record of an input; every record comes to exactly one of the three.
package enum ArchiveRecord: Sendable, Equatable {
  /// A post that can be checked.
  case post(ArchivedPost)
  /// A record that is left out on purpose, with its id when it has one.
  case skipped(SkipReason, id: String?)
  /// A record that could not be read, with its id when that could.
  case failed(ArchiveFailure, id: String?)
}

/// Why a record is left out.
package enum SkipReason: String, Sendable, CaseIterable {
  /// It was shown to chosen people only, and private posts were not asked for.
  case `private`
  /// It shares a post of which the archive has no text, only its address.
  case sharedAddress = "shared-address"
  /// It is no post, such as a like, a vote or a deletion.
  case notAPost = "not-a-post"
  /// It was published before `--since`.
  case before = "before-since"
  /// It was published after `--until`.
  case after = "after-until"
  /// Its account is none of those asked for.
  case otherAccount = "other-account"
  /// Its kind is none of those asked for.
  case otherKind = "other-kind"
}

/// Why a record, or a part of an input, could not be read.
package struct ArchiveFailure: Error, Sendable, Equatable {
  /// The stable code, such as `not-json`, `no-text` or `cut-off`.
  package var code: String
  /// What is wrong, in a sentence or two, with how to mend it where that is no hint.
  package var message: String
  /// How to mend it, where many records may need the same words.
  package var hint: String?

  /// Gathers what is known of a failure.
  package init(code: String, message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  /// What is wrong and how to mend it.
  package var words: String { message + (hint.map { " " + $0 } ?? "") }
}

/// Where a record stands in an input.
package struct ArchivePlace: Sendable, Equatable {
  /// The file, or a member of an archive, as `archive.zip: data/tweets.js`.
  package var file: String
  /// The record's number in the file, from 1.
  package var record: Int
  /// The line on which it begins, from 1.
  package var line: Int

  /// Names a place.
  package init(file: String, record: Int, line: Int) {
    self.file = file
    self.record = record
    self.line = line
  }
}

extension ArchiveFailure {
  /// A record that has nothing to read.
  static let noText = ArchiveFailure(
    code: "no-text",
    message: "The record has no words: neither a text nor the description of a picture. "
      + "Was a field left out of the export?")
}
