import Glibc

/// Which files of a repository are drafts: a path in which `*` stands for anything, folders too, and `**/` for folders or
/// none.
package struct DraftPattern: Sendable, Equatable {
  /// The pattern as it is written.
  package let text: String
  /// What the system matches in its place: one form for each choice of folders or none.
  private let forms: [String]

  /// `FNM_CASEFOLD`, which Glibc shows to C alone.
  private static let anyCase: Int32 = 1 << 4
  /// The most `**/`; each doubles the forms.
  private static let mostFolders = 4

  /// The files that are drafts where settings name none.
  package static let usual = [
    "*.post", "drafts/*.md", "drafts/*.markdown", "drafts/*.txt", "drafts/*.json", "drafts/*.jsonl",
  ].map(DraftPattern.init(sound:))

  /// Why a pattern is of no use.
  package struct Fault: Error {
    /// What is wrong.
    package let message: String
    /// How to mend it.
    package let hint: String
  }

  /// Takes a pattern; one that no path of a repository can match is a fault, since drafts would be committed unread.
  package init(_ text: String) throws(Fault) {
    if let (reason, hint) = Self.flaw(in: text) {
      throw Fault(message: "No draft can match `\(text)`: \(reason).", hint: hint)
    }
    self.init(sound: text)
  }

  private init(sound text: String) {
    self.text = text
    forms = Self.forms(of: Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a path, byte by byte as git has it, is that of a draft.
  func matches(_ path: [UInt8]) -> Bool {
    let path = path.map { CChar(bitPattern: $0) } + [0]
    return forms.contains { fnmatch($0, path, Self.anyCase) == 0 }
  }

  /// The pattern with each `**/` at the start of a component left out, and kept as a `*` that ends with a folder.
  private static func forms(of rest: ArraySlice<UInt8>) -> [[UInt8]] {
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return [Array(rest)] }
    let component = rest[...slash]
    let ends = forms(of: rest[(slash + 1)...])
    let isFolders = component.elementsEqual("**/".utf8)
    return (isFolders ? ends : []) + ends.map { component + $0 }
  }

  // MARK: - What is wrong with a pattern

  private static func flaw(in text: String) -> (reason: String, hint: String)? {
    let bytes = Array(text.utf8)
    let components = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let first = components.first, let last = components.last, !bytes.isEmpty else {
      return ("it is empty", "Write a path such as `posts/*.md`.")
    }
    if first.isEmpty || first.elementsEqual(".".utf8) || first.elementsEqual("..".utf8) {
      let rest = components.drop { $0.isEmpty || $0.allSatisfy { $0 == UInt8(ascii: ".") } }
      let path = rest.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
      return (
        "paths begin with a file or folder at the top of the repository",
        "Write `\(path.isEmpty ? "posts/*.md" : path)`."
      )
    }
    if let sign = bytes.first, sign == UInt8(ascii: ":") || sign == UInt8(ascii: "!") {
      return ("git's signs before a path have no meaning here", "Write the path alone.")
    }
    if bytes.contains(UInt8(ascii: "{")) {
      return ("braces have no meaning here", "Write one pattern for each of the endings.")
    }
    let isEmptyOrDots = { (part: ArraySlice<UInt8>) in
      part.isEmpty || part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8)
    }
    if components.dropLast().contains(where: isEmptyOrDots) {
      return ("git's paths have no empty parts, `.` or `..`", "Write the path as git shows it.")
    }
    let isFile = last.contains { Array(".*?[".utf8).contains($0) }
    if !isFile {
      let folder = text.utf8.last == UInt8(ascii: "/") ? text : text + "/"
      return (
        "without a dot or a `*` it names a folder, and drafts are files",
        "Write `\(folder)*` for all files in it; a file without a dot, such as TWEET, is written TWEE[T]."
      )
    }
    if components.count(where: { $0.elementsEqual("**".utf8) }) > mostFolders {
      return (
        "it has more than \(mostFolders) `**/`", "`*` stands for folders too, so one will do."
      )
    }
    return nil
  }
}
