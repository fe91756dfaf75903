import Files
import Glibc

/// The halves of files that runs left beside their places when they were killed.
enum StaleParts {
  /// Removes those of a file whose process is gone.
  ///
  /// A process of another container does not show, but it holds a lock on what it still writes.
  static func remove(of path: String) {
    // What a link leads to is written beside that.
    guard case .file(let path, _) = OutputPlace(path) else { return }
    let folder = Folder.parent(of: path) ?? "."
    let name =
      path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
    for part in (try? Folder.names(in: folder)) ?? [] {
      guard let process = process(of: part, name: name), kill(process, 0) < 0, errno == ESRCH else {
        continue
      }
      removeUnlocked(folder + "/" + part)
    }
  }

  /// The process that wrote the part `NAME.PROCESS.part` or `NAME.PROCESS-NUMBER.part` of a file.
  private static func process(of part: String, name: String) -> pid_t? {
    let (start, end) = (Array((name + ".").utf8), Array(".part".utf8))
    let bytes = Array(part.utf8)
    guard bytes.count > start.count + end.count, bytes.starts(with: start),
      bytes.suffix(end.count).elementsEqual(end)
    else { return nil }
    let numbers = bytes[start.count..<(bytes.count - end.count)]
      .split(separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
      .map { pid_t(String(decoding: $0, as: UTF8.self)) }
    guard numbers.allSatisfy({ ($0 ?? 0) > 0 }) else { return nil }
    return numbers[0]
  }

  private static func removeUnlocked(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
  }
}
