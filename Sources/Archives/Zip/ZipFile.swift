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
        obstacle: entry.isEncrypted ? .encrypted : entry.isFile ? nil : .notAMember)
    }
  }

  func open(_ member: StoredMember) throws(ArchiveFailure) -> any ByteSource {
    try ZipContent(of: entries[member.number], in: file)
  }
}

/// The decompressed content of one member; only one of an archive is read at a time.
private final class ZipContent: ByteSource {
  private let file: OpenFile
  private let archive: LibArchive
  private let size: Int?
  private var count = 0
  private var isOver = false

  init(of entry: ZipEntry, in file: OpenFile) throws(ArchiveFailure) {
    self.file = file
    size = entry.size
    let header = try file.bytes(at: entry.offset, count: 30 + entry.name.count)
    let fields = ZipFields(header[...])
    guard header.starts(with: ZipEntry.mark), fields.short(26) == entry.name.count,
      fields.part(30, entry.name.count).elementsEqual(entry.name)
    else { throw .wrongHeader }
    guard fields.short(6) & 1 == 0 else { throw .encrypted }
    file.move(to: entry.offset)
    archive = try LibArchive(descriptor: file.descriptor, format: .zipMembers)
    guard try archive.nextMember() != nil else { throw .wrongHeader }
  }

  func read() throws(ArchiveFailure) -> [UInt8] {
    guard !isOver else { return [] }
    do throws(ArchiveFailure) {
      let bytes = try archive.read()
      count += bytes.count
      if bytes.isEmpty, let size, size != count { throw .wrongSize }
      isOver = bytes.isEmpty
      return bytes
    } catch {
      isOver = true
      throw error
    }
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
  /// A member that is not where the directory says, or not what it says.
  fileprivate static let wrongHeader = ArchiveFailure(
    code: "damaged",
    message:
      "The directory of the zip and the file in it do not agree, so it was not read. Fetch the archive again."
  )
  /// A member that ends elsewhere than the directory says.
  fileprivate static let wrongSize = ArchiveFailure(
    code: "damaged",
    message: "It has not the length that the directory of the zip gives. Fetch the archive again.")
}
