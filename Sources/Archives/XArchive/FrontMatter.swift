internal import JSON

/// Reads the small files of an archive that say what it is: the manifest, and the name of the account.
final class FrontMatter {
  private let store: any MemberStore
  private let limits: XArchiveReader.Limits
  /// What could not be read.
  private(set) var complaints: [(code: String, message: String, path: String)] = []

  /// Reads from a store.
  init(_ store: any MemberStore, limits: XArchiveReader.Limits) {
    self.store = store
    self.limits = limits
  }

  /// The manifest; `nil` when it cannot be read, which leaves a complaint.
  func manifest(_ stored: StoredMember) -> XManifest? {
    do throws(ArchiveFailure) {
      var manifest: XManifest?
      try read(stored) { (value) throws(ArchiveFailure) in manifest = try XManifest(value) }
      return manifest
    } catch {
      complaints.append(
        (
          error.code, "The manifest could not be read, so counts are not checked. \(error.message)",
          stored.path
        ))
      return nil
    }
  }

  /// The name of the account, without the at sign, from the first file that has one; files that cannot be read leave
  /// complaints when none has it.
  func account(_ files: [StoredMember]) -> String? {
    var unread: [(code: String, message: String, path: String)] = []
    for stored in files {
      var name: String?
      do throws(ArchiveFailure) {
        try read(stored) { (value) throws(ArchiveFailure) in
          name = value["account"]?["username"]?.string ?? value["screen_name"]?.string
        }
      } catch {
        unread.append(
          (error.code, "The name of the account could not be read. \(error.message)", stored.path))
      }
      if let name { return name }
    }
    complaints += unread
    return nil
  }

  /// Parses the first value that a file assigns.
  private func read(
    _ stored: StoredMember, _ body: (JSONValue) throws(ArchiveFailure) -> Void
  ) throws(ArchiveFailure) {
    guard let scratch = DecodingScratch() else { return }
    let source = LimitedSource(
      try store.open(stored), limit: limits.member, of: LimitedSource.Allowance(limits.total))
    var splitter = JSONSplitter(source, layout: .assignment)
    switch splitter.next() {
    case .element(let bytes, _, _, let failure):
      if let failure { throw failure }
      try body(try scratch.parse(bytes))
    case .complaint(let failure): throw failure
    case nil: throw ArchiveFailure(code: "wrong-shape", message: "There is nothing in it.")
    }
  }
}
