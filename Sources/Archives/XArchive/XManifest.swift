internal import JSON

/// What `manifest.js` says of an archive.
struct XManifest {
  /// The name of the account, without the at sign.
  var account: String?
  /// True when X made an archive of only a part of the posts.
  var isPartial = false
  /// The files that should be there, with the number of their records where it is given.
  var files: [File] = []

  /// One file of the archive.
  struct File: Equatable {
    /// Its path from the folder of the archive.
    var path: String
    /// How many records it has.
    var count: Int?
  }

  /// Names no file yet.
  init() {}

  /// Reads the object that the manifest assigns.
  init(_ value: JSONValue) throws(ArchiveFailure) {
    guard value.kind == .object, let types = value["dataTypes"], types.kind == .object else {
      throw ArchiveFailure(
        code: "wrong-shape",
        message: "The manifest has no `dataTypes`, so its counts could not be checked.")
    }
    account = value["userInfo"]?["userName"]?.string
    let partial = value["archiveInfo"]?["isPartialArchive"]
    isPartial = partial?.boolean ?? (partial?.string == "true")
    for type in types.members {
      for file in type.value["files"]?.elements ?? [] {
        guard let path = file["fileName"]?.string else { continue }
        files.append(File(path: path, count: file["count"]?.integer))
      }
    }
  }
}
