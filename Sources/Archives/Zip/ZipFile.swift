/// The wanted members of a zip archive; the others are never looked into.
final class ZipFile: MemberStore {
  let members: [StoredMember]
  let complaint: ArchiveFailure?
  private let file: OpenFile
  private let entries: [ZipEntry]

  /// Opens an archive and reads its directory, or finds its members without one.
  init(path: String, isWanted: (String) -> Bool) throws(ArchiveFailure) {
    let file = try OpenFile(path: path)
    let isWantedName = { (name: [UInt8]) in isWanted(String(decoding: name, as: UTF8.self)) }
    var cutOff: ArchiveFailure?
    if let directory = try ZipDirectory(of: file, isWanted: isWantedName) {
      entries = directory.entries
    } else {
      guard try file.bytes(at: 0, count: 4) == ZipEntry.mark else { throw .noZip }
      var rescue = ZipRescue(file)
      entries = try rescue.entries(isWanted: isWantedName)
      cutOff = .cutOffZip
    }
    complaint = cutOff
    self.file = file
    members = entries.enumerated().map { number, entry in
      StoredMember(
        path: String(decoding: entry.name, as: UTF8.self), number: number,
        size: entry.content?.packed ?? 0,
        obstacle: entry.isEncrypted ? .encrypted : entry.isFile ? nil : .notAMember)
    }
  }

  func open(_ member: StoredMember) throws(ArchiveFailure) -> any ByteSource {
    try ZipMember(entries[member.number], in: file)
  }
}

extension ArchiveFailure {
  /// A file that is no zip.
  static let noZip = ArchiveFailure(
    code: "no-zip",
    message:
      "It is no zip archive. Give the archive as X sent it, or the folder that it unpacks to.")
  /// A zip without the directory at its end.
  fileprivate static let cutOffZip = ArchiveFailure(
    code: "cut-off",
    message: """
      The zip ends before its directory: it was not copied whole. What stands before the cut was read; fetch the \
      archive again for the rest.
      """)
}
