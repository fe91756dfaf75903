/// A file that a commit changes, as git's raw form of a difference lists it.
struct GitChange: Equatable {
  /// The path in the repository, byte by byte as git has it.
  let path: [UInt8]
  /// The kind of the file, such as `100644`.
  let mode: String
  /// The name of its contents.
  let blob: String

  /// True for a link, whose contents are only the place that it leads to.
  var isLink: Bool { mode == "120000" }
  /// True for another repository inside this one.
  var isRepository: Bool { mode == "160000" }

  /// Reads what `git diff --raw -z` or `git diff-tree -z` lists; the names of commits in between are passed over.
  static func changes(in raw: [UInt8]) -> [GitChange] {
    var changes: [GitChange] = []
    var words: [ArraySlice<UInt8>] = []
    for field in raw.split(separator: 0, omittingEmptySubsequences: true) {
      if words.count > 4 {
        let (mode, blob) = (words[1], words[3])
        changes.append(
          GitChange(
            path: Array(field), mode: String(decoding: mode, as: UTF8.self),
            blob: String(decoding: blob, as: UTF8.self)))
        words = []
      } else if field.first == UInt8(ascii: ":") {
        words = field.split(separator: UInt8(ascii: " "))
      }
    }
    return changes
  }
}
