/// One file of an archive by itself, which can be read once.
final class SingleFile: MemberStore {
  let members: [StoredMember]
  let complaint: ArchiveFailure? = nil
  private let source: any ByteSource

  /// Takes the file under the name that files of its kind have in an archive.
  init(_ source: any ByteSource, path: String) {
    self.source = source
    members = [StoredMember(path: path, number: 0, size: 1)]
  }

  func open(_ member: StoredMember) throws(ArchiveFailure) -> any ByteSource {
    source
  }
}
