internal import PostText

/// Makes posts of the rows of any CSV file, by what its columns hold.
struct CSVRows: RecordDecoder {
  private static let shortRow =
    "its row has fewer cells than the header, so something of it may be missing"

  /// The columns.
  let columns: CSVColumns
  /// How dates with slashes are read.
  let order: DateOrder?
  /// True when a spreadsheet has rounded the identifiers of the file.
  let areIDsRounded: Bool

  func records(in unit: ArchiveUnit, _ scratch: DecodingScratch) -> [ArchiveRecord] {
    var id: String?
    do throws(ArchiveFailure) {
      return [.post(try post(columns.fields(of: unit.bytes), &id))]
    } catch {
      return [.failed(error, id: id)]
    }
  }

  private func post(
    _ fields: CSVFields, _ id: inout String?
  ) throws(ArchiveFailure) -> ArchivedPost {
    let ownID = fields[.id]
    if SpreadsheetID.isRuined(ownID) || areIDsRounded && SpreadsheetID.mayBeRounded(ownID) {
      throw .ruinedID(ownID)
    }
    var post = try MappedPost(order: order).post(&id) { fields[$0] }
    if columns.isDoubtful(fields) { post.cut = post.cut ?? Self.shortRow }
    return post
  }
}

extension CSVFields {
  /// The text of the column with a role; empty when the file has none.
  fileprivate subscript(role: MappedRole) -> String { text(role.slot) }
}

extension String {
  /// True when there is nothing in it but blanks.
  var isBlank: Bool { utf8.allSatisfy(\.isBlank) }

  /// The text, or `nil` when it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }
}
