/// Says something about an input before it is read.
final class PrefacedReader: ArchiveReader {
  private var complaints: [ArchiveComplaint]
  private let reader: any ArchiveReader

  /// Takes what is said first, and the reader.
  init(_ complaints: [ArchiveComplaint], _ reader: any ArchiveReader) {
    self.complaints = complaints
    self.reader = reader
  }

  var share: Double? { reader.share }

  func next() -> ArchiveEvent? {
    complaints.isEmpty ? reader.next() : .complaint(complaints.removeFirst())
  }
}

/// Finds exports that lie in the folder of an archive beside it, and would be taken for read.
struct FolderNeighbours {
  /// The files of an export of Mastodon that end like exports.
  private static let ofMastodon = ["outbox.json", "actor.json", "likes.json", "bookmarks.json"]
  /// The table that X put beside the months of an old archive, of the same posts.
  private static let table = "tweets.csv"

  /// The folder.
  let folder: String

  /// One complaint for each such file, in the order of their names.
  var complaints: [ArchiveComplaint] {
    let names: [String]
    do throws(ArchiveFailure) {
      names = try FolderListing.names(in: folder)
    } catch {
      return [ArchiveComplaint(error, file: folder)]
    }
    let own = Self.ofMastodon + (hasMonths ? [Self.table] : [])
    return names.filter { ExportNames.isOne($0) && !own.contains($0) }.map { name in
      ArchiveComplaint(
        code: "not-read",
        message:
          "It lies beside the archive and was not read. If it holds posts, name it as an input, too.",
        file: folder + "/" + name)
    }
  }

  /// True for an archive from before 2019, which has a file for each month.
  private var hasMonths: Bool { FileKind(path: folder + "/data/js/tweets") == .folder }
}
