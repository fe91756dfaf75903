/// A file of a rule pack, as it was found.
package struct PackFile: Sendable {
  /// The path relative to the pack's folder, its parts separated by `/`.
  package var path: String
  /// The contents.
  package var bytes: [UInt8]
  /// The folder that messages name in front of the path; nothing is shown when it is empty.
  package var folder: String

  /// Names a file and its contents.
  package init(path: String, bytes: [UInt8], folder: String = "") {
    self.path = path
    self.bytes = bytes
    self.folder = folder
  }

  /// The path as messages show it.
  package var shownPath: String {
    if folder.isEmpty { return path }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + path : folder + "/" + path
  }
}
