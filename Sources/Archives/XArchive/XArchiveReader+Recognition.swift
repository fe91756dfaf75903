/// How inputs are told for archives of X.
extension XArchiveReader {
  /// True when a file begins as the files of an archive do: `window.YTD.tweets.part0 =`, `Grailbird.data.… =`.
  package static func recognises(head: some Collection<UInt8>) -> Bool {
    Assignment(head: head) != nil
  }

  /// True when a folder, or one in it, has a file of posts of an archive.
  package static func recognises(folder path: String) -> Bool {
    guard let folder = try? UnpackedFolder(path: path, isWanted: isPosts) else { return false }
    // A folder that cannot be looked into says nothing of what lies beside it.
    return folder.members.contains { $0.obstacle == nil || $0.obstacle == .notAMember }
  }

  /// True when a zip has a file of posts of an archive.
  package static func recognises(zip path: String) -> Bool {
    guard let zip = try? ZipFile(path: path, isWanted: isPosts) else { return false }
    return !zip.members.isEmpty
  }

  private static func isPosts(_ path: String) -> Bool {
    XMember(path: path)?.kind.isPosts == true
  }
}
