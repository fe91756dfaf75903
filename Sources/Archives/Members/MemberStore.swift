/// What holds the files of an archive: a zip, a folder, or one file.
protocol MemberStore: AnyObject {
  /// The files and whatever else has a wanted name, in a fixed order.
  var members: [StoredMember] { get }
  /// What is wrong with the store as a whole, though members of it can be read.
  var complaint: ArchiveFailure? { get }

  /// Opens a member, from its start.
  func open(_ member: StoredMember) throws(ArchiveFailure) -> any ByteSource
}

/// One file of an archive.
struct StoredMember {
  /// Its path within the store, with slashes.
  var path: String
  /// The number by which the store finds it.
  var number: Int
  /// How large it is as it is stored, measured against the other members of the store.
  var size: Int
  /// Why it is not read; nothing of it is then.
  var obstacle: ArchiveFailure?
}

extension ArchiveFailure {
  /// A member that is a link or a folder.
  static let notAMember = ArchiveFailure(
    code: "not-a-file",
    message: "It is a link, a folder or a device where a file should be, so it was not read.")
  /// A member with a password.
  static let encrypted = ArchiveFailure(
    code: "encrypted",
    message: "It needs a password, so it was not read. Unpack the archive and give the folder.")
}
