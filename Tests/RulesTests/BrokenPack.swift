import Foundation
import Rules

/// A pack written down in one text: the sound pack with some files changed.
///
/// A line `--- path` begins a file that is replaced or added; behind it may stand `edited`, `removed`, `escaped`
/// (`\xNN` stands for a byte) or `added` (the file belongs to a second folder). Of an edited file only the changes are
/// given: lines behind `< ` are looked for and replaced by the lines behind `> ` that follow them; an empty line stands
/// between two changes.
struct BrokenPack {
  /// The files of the pack.
  private(set) var files: [PackFile]
  /// The files of the folder that is added to it.
  private(set) var added: [PackFile] = []

  /// What is wrong with a written pack itself.
  enum Fault: Error {
    case noSuchFile(String)
    case noSuchLines(String)
  }

  /// Reads a pack that changes another one.
  init(_ text: String, changing base: [PackFile] = []) throws {
    files = base
    var path: String?
    var body: [String] = []
    for line in Self.lines(text) {
      if line.utf8.starts(with: "--- ".utf8) {
        if let path { try add(path, body) }
        path = String(decoding: line.utf8.dropFirst(4), as: UTF8.self)
        body = []
      } else {
        body.append(line)
      }
    }
    if let path { try add(path, body) }
  }

  private mutating func add(_ header: String, _ body: [String]) throws {
    let words = header.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    let path = words.first ?? ""
    let text = body.map { $0 + "\n" }.joined()
    switch words.dropFirst().first {
    case "removed": files.removeAll { $0.path == path }
    case "edited": try edit(path, body)
    case "escaped": replace(PackFile(path: path, bytes: Self.unescaped(text)))
    case "added": added.append(PackFile(path: path, bytes: Array(text.utf8), folder: "added"))
    default: replace(PackFile(path: path, bytes: Array(text.utf8)))
    }
  }

  private mutating func replace(_ file: PackFile) {
    files.removeAll { $0.path == file.path }
    files.append(file)
  }

  private mutating func edit(_ path: String, _ changes: [String]) throws {
    guard let index = files.firstIndex(where: { $0.path == path }) else {
      throw Fault.noSuchFile(path)
    }
    var lines = Self.lines(String(decoding: files[index].bytes, as: UTF8.self))
    var rest = changes[...]
    while !rest.isEmpty {
      let old = Self.take("< ", from: &rest)
      let new = Self.take("> ", from: &rest)
      let starts = lines.indices.filter { lines[$0...].starts(with: old) }
      guard !old.isEmpty, let start = starts.first else {
        throw Fault.noSuchLines(old.first ?? rest.first ?? path)
      }
      lines.replaceSubrange(start..<start + old.count, with: new)
      rest = rest.drop(while: \.isEmpty)
    }
    files[index].bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private static func take(_ mark: String, from lines: inout ArraySlice<String>) -> [String] {
    let taken = lines.prefix { $0.utf8.starts(with: mark.utf8) }
    lines = lines.dropFirst(taken.count)
    return taken.map { String(decoding: $0.utf8.dropFirst(mark.utf8.count), as: UTF8.self) }
  }

  private static func lines(_ text: String) -> [String] {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func unescaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.dropFirst().prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "x"),
        let value = UInt8(digits, radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
