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
      if let id, SpreadsheetID.isScientific(id) || areIDsRounded && SpreadsheetID.mayBeRounded(id) {
        throw .ruinedID(id)
      }
      return [.post(try post(row))]
    } catch {
      return [.failed(error, id: error.code == "ruined-id" ? nil : id)]
    }
  }

  private func post(_ row: TwarcRow) throws(ArchiveFailure) -> ArchivedPost {
    let id = row[.id]
    let note = row[.noteText]
    let stored = note.isEmpty ? row[.text] : note
    let links = try row.links(for: stored, isNote: !note.isEmpty)
    let read = links.read(stored, id: id)
    var draft = Draft(read.text)
    draft.id = id.nonEmpty
    draft.channel = "x"
    draft.account = row[.username].nonEmpty
    draft.media = links.media
    for option in try row.pollOptions {
      draft.text += "\n" + option
    }
    draft.replyTo = row.context(.repliedTo, author: row[.repliedToName])
    if draft.replyTo == nil, !row[.repliedToUser].isEmpty {
      draft.replyTo = Draft.Context(author: row[.repliedToName].nonEmpty)
    }
    draft.quote = row.context(.quoted, author: row[.quotedName]) ?? read.quote?.context
    guard draft.isReadable else { throw .noText }
    let isShared = !row[.retweeted].isEmpty || RetweetMark(in: draft.text) != nil
    var post = ArchivedPost(
      draft: draft, time: try row.time, kind: isShared ? .retweet : draft.kind)
    if note.isEmpty, Self.isCut(stored, read.text) { post.cut = Self.cutWords }
    return post
  }

  /// A long text comes short of its end, with the sign for that, when the note that holds it was not asked for.
  private static func isCut(_ stored: String, _ text: String) -> Bool {
    let isRetweet = RetweetMark(in: stored) != nil
    return RetweetMark.isCut(text) && stored.utf8.count >= (isRetweet ? 130 : 270)
  }

  private static let cutWords = "the file has no column `note_tweet.text` with the whole of it"
}

extension Draft {
  /// The kind of a post that is not shared as it is, by what stands around it.
  var kind: PostKind {
    if quote != nil { return .quote }
    return replyTo == nil ? .original : .reply
  }
}
