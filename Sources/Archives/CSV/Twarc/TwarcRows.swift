internal import PostText

/// Makes posts of the rows of a CSV file of twarc.
struct TwarcRows: RecordDecoder {
  /// The columns.
  let columns: CSVColumns
  /// True when a spreadsheet has rounded the identifiers of the file.
  let areIDsRounded: Bool

  func records(in unit: ArchiveUnit, _ scratch: DecodingScratch) -> [ArchiveRecord] {
    var id: String?
    do throws(ArchiveFailure) {
      let row = TwarcRow(try columns.fields(of: unit.bytes), scratch)
      id = row[.id].nonEmpty
      if let id, SpreadsheetID.isRuined(id) || areIDsRounded && SpreadsheetID.mayBeRounded(id) {
        throw .ruinedID(id)
      }
      return [try record(row)]
    } catch {
      return [.failed(error, id: error.code == "ruined-id" ? nil : id)]
    }
  }

  private func record(_ row: TwarcRow) throws(ArchiveFailure) -> ArchiveRecord {
    let note = row[.noteText]
    let stored = note.isEmpty ? row[.text] : note
    var fault: String?
    let links = row.links(for: stored, isNote: !note.isEmpty, &fault)
    let read = links.read(stored, id: row[.id])
    var post = ArchivedPost(draft: draft(row, read, links.media, &fault), kind: .retweet)
    if row[.retweeted].isEmpty, RetweetMark(in: stored) == nil { post.kind = post.draft.kind }
    post.cut = note.isEmpty && read.isCut ? Self.cutWords : fault
    post.take(time: row[.createdAt].nonEmpty)
    guard !post.draft.hasContent else { return .post(post) }
    // Of a post that is nothing but the address of another, there is nothing to read.
    guard post.draft.quote == nil else { return .skipped(.sharedAddress, id: post.draft.id) }
    throw .noText
  }

  private func draft(
    _ row: TwarcRow, _ read: XText, _ media: [Draft.Media], _ fault: inout String?
  ) -> Draft {
    var draft = Draft(read.text)
    // The text of a shared post stands in the row without the mark that its readers see.
    if let author = row[.retweetedName].nonEmpty, !row[.retweeted].isEmpty, !draft.text.isBlank,
      RetweetMark(in: draft.text) == nil
    {
      draft.text = RetweetMark(author: author).text + draft.text
    }
    draft.id = row[.id].nonEmpty
    draft.channel = "x"
    draft.account = row[.username].nonEmpty
    draft.media = media
    for option in row.pollOptions(&fault) {
      draft.text += "\n" + option
    }
    draft.replyTo = row.context(.repliedTo, author: .repliedToName)
    if draft.replyTo == nil, !row[.repliedToUser].isEmpty {
      draft.replyTo = Draft.Context(author: row[.repliedToName].nonEmpty)
    }
    draft.quote = row.context(.quoted, author: .quotedName) ?? read.quote?.context
    return draft
  }

  /// What is said of a long text when the note that holds the whole of it was not asked for.
  private static let cutWords =
    "The file holds only the first part: `note_tweet.text`, the whole of it, was not asked for."
}
