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

  /// What the list of the months of an old archive says, like a manifest; `nil` when it cannot be read, which leaves a
  /// complaint.
  func months(_ stored: StoredMember) -> XManifest? {
    do throws(ArchiveFailure) {
      var manifest = XManifest()
      try read(stored, isList: true) { (month) throws(ArchiveFailure) in
        guard let path = month["file_name"]?.string else { return }
        manifest.files.append(.init(path: path, count: month["tweet_count"]?.integer))
      }
      return manifest
    } catch {
      complaints.append(
        (
          error.code,
          "The list of months could not be read, so counts are not checked. \(error.message)",
          stored.path
        ))
      return nil
    }
  }

  /// True when a file has records, or cannot be read, so that it may have some.
  func holdsAny(_ stored: StoredMember) -> Bool {
    guard let source = try? source(stored) else { return true }
    var splitter = JSONSplitter(source, layout: .assignment)
    return splitter.next() != nil
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

  /// Parses the first value that a file assigns, or each element of a list.
  private func read(
    _ stored: StoredMember, isList: Bool = false, _ body: (JSONValue) throws(ArchiveFailure) -> Void
  ) throws(ArchiveFailure) {
    guard let scratch = DecodingScratch() else { return }
    var splitter = JSONSplitter(try source(stored), layout: .assignment)
    var isEmpty = true
    while let piece = splitter.next() {
      isEmpty = false
      switch piece {
      case .element(let bytes, _, _, let failure):
        if let failure { throw failure }
        try body(try scratch.parse(bytes))
      case .complaint(let failure): throw failure
      }
      if !isList { return }
    }
    if isEmpty { throw ArchiveFailure(code: "wrong-shape", message: "There is nothing in it.") }
  }

  private func source(_ stored: StoredMember) throws(ArchiveFailure) -> LimitedSource {
    LimitedSource(
      try store.open(stored), limit: limits.member, of: LimitedSource.Allowance(limits.total))
  }
}
