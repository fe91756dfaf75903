import Digests
import Files
import Glibc

/// Tells whether an input is still what it was.
enum InputState {
  /// The bytes at the start and at the end of a file that are looked at.
  private static let looked = 64 << 10

  /// The state of a file or folder in words: sizes, times and digests, but not all of the content, which may be large.
  static func words(of path: String) throws(CommandFault) -> String {
    guard Folder.exists(path) else { return try file(path) }
    let names: [String]
    do throws(FolderFault) {
      names = try Folder.files(below: path)
    } catch {
      throw .message("\(error.path): \(error.reason.words)")
    }
    var words: [String] = []
    // The pictures of an archive are never read.
    for name in names where !isPicture(name) {
      words.append(name + " " + (try file(path + "/" + name)))
    }
    return Digests.sha256(words.joined(separator: "\n").utf8)
  }

  private static func isPicture(_ name: String) -> Bool {
    name.utf8.split(separator: UInt8(ascii: "/")).dropLast().contains {
      $0.suffix(6).elementsEqual("_media".utf8)
    }
  }

  private static func file(_ path: String) throws(CommandFault) -> String {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw .message("\(path) can be read only once, so --resume cannot go on from it; give a file")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .message("\(path): \(SystemFault(errno).words)")
    }
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0 else {
      throw .message("\(path): \(SystemFault(errno).words)")
    }
    let size = Int(status.st_size)
    let changed = "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    let ends =
      bytes(of: descriptor, at: 0) + bytes(of: descriptor, at: max(0, size - Self.looked))
    return "\(size) bytes of \(changed), \(Digests.sha256(ends))"
  }

  private static func bytes(of descriptor: Int32, at offset: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: looked) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, looked, offset))
    }
  }
}
