extension MastodonReader {
  private static let outbox = "outbox.json"

  /// Opens the one file of posts of an export, be it a zip or the folder that it unpacks to; nothing else of it is opened.
  static func export(
    in store: any MemberStore, name: String, includesPrivate: Bool
  ) throws(ArchiveFailure) -> MastodonReader? {
    let found = store.members.filter { isOutbox($0.path) }
    guard let member = found.first else { return nil }
    guard found.count == 1 else {
      throw ArchiveFailure(
        code: "second-archive",
        message: "It holds more than one `\(outbox)`. Give each of them by itself.")
    }
    if let obstacle = member.obstacle { throw obstacle }
    return MastodonReader(
      try store.open(member), .outbox, file: name + member.path, includesPrivate: includesPrivate)
  }

  /// True for the path of a file of posts of an export.
  static func isOutbox(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).last?.elementsEqual(outbox.utf8) == true
  }
}
