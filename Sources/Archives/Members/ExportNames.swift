internal import Rules

/// Knows exports by the endings of their names, where a whole folder or zip of them was given.
enum ExportNames {
  private static let endings = [".zip", ".jsonl", ".json", ".csv", ".gz", ".zst", ".xz", ".bz2"]

  /// True when a name ends like that of an export.
  static func isOne(_ path: String) -> Bool {
    endings.contains { path.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// Says of an archive without posts what lies in it and could be given by itself.
  static func naming(_ store: any MemberStore, in failure: ArchiveFailure) -> ArchiveFailure {
    let paths = store.members.filter { $0.obstacle == nil }.map(\.path).filter(isOne)
    guard !paths.isEmpty else { return failure }
    let names = paths.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
    let more = paths.count > 5 ? " and \(Wording.grouped(paths.count - 5)) more" : ""
    var failure = failure
    failure.message +=
      " What lies in it may hold posts: \(names)\(more). Give such files themselves, "
      + "unpacked where they are in a zip."
    return failure
  }
}
