internal import Glibc

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
  private static let own = ["outbox.json", "actor.json", "likes.json", "bookmarks.json"]
  private static let endings = [".zip", ".jsonl", ".json", ".csv", ".gz", ".zst", ".xz", ".bz2"]

  /// The folder.
  let folder: String

  /// One complaint for each such file, in the order of their names.
  var complaints: [ArchiveComplaint] {
    names.filter { name in
      !Self.own.contains(name)
        && Self.endings.contains { name.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
    .map { name in
      ArchiveComplaint(
        code: "not-read",
        message:
          "It lies beside the archive and was not read. If it holds posts, name it as an input, too.",
        file: folder + "/" + name)
    }
  }

  private var names: [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
