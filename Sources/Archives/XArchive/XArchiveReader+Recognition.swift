/// How inputs are told for archives of X.
extension XArchiveReader {
  /// True when a file begins as the files of an archive do: `window.YTD.tweets.part0 =`, `Grailbird.data.… =`, or
  /// without that, as whoever works on with one leaves it.
  package static func recognises(head: some Collection<UInt8>) -> Bool {
    Assignment(head: head) != nil || wrappedKind(head: head) != nil
  }

  /// What a file holds whose first record is an object that wraps a post: `[ {"tweet": {…}} ]`, or without the list.
  static func wrappedKind(head: some Collection<UInt8>) -> XMember.Kind? {
    let bytes = head.prefix(256).filter { !$0.isBlank && !$0.isMark }.prefix(16)
    let start = String(decoding: bytes.drop { $0 == UInt8(ascii: "[") }, as: UTF8.self)
    if start.utf8.starts(with: #"{"tweet":{"#.utf8) { return .tweets }
    return start.utf8.starts(with: #"{"noteTweet":{"#.utf8) ? .notes : nil
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
    XMember(path: path).map { $0.kind.isPosts && !$0.isCopy } == true
  }
}
