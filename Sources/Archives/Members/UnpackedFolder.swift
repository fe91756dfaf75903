internal import Glibc

/// The wanted files of a folder and the folders in it; links are not followed, and nothing else is opened.
final class UnpackedFolder: MemberStore {
  let members: [StoredMember]
  let complaint: ArchiveFailure? = nil
  private let descriptor: Int32

  /// How many folders an archive may lie below the one that is given; its own are `data/js/tweets`.
  private static let deepest = 6

  /// Lists a folder.
  init(path: String, isWanted: @escaping (String) -> Bool) throws(ArchiveFailure) {
    descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ArchiveFailure.unopened(errno) }
    var listing = Listing(isWanted: isWanted)
    listing.add(folder: descriptor, path: [])
    members = listing.members.sorted { $0.path < $1.path }
  }

  deinit {
    close(descriptor)
  }

  func open(_ member: StoredMember) throws(ArchiveFailure) -> any ByteSource {
    let names = member.path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    // From folder to folder, so that a link on the way is not followed either.
    var folder = dup(descriptor)
    defer { close(folder) }
    for name in names.dropLast() {
      let next = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard next >= 0 else { throw ArchiveFailure.unopened(errno) }
      close(folder)
      folder = next
    }
    return try OpenFile(path: names.last ?? "", in: folder)
  }

  /// Walks through folders.
  private struct Listing {
    let isWanted: (String) -> Bool
    var members: [StoredMember] = []

    mutating func add(folder: Int32, path: [String]) {
      do throws(ArchiveFailure) {
        for name in try FolderListing.names(in: folder) {
          try add(name, in: folder, path: path + [name])
        }
      } catch {
        // What it would hold is named, so that nobody takes it for empty.
        add((path + [Self.posts]).joined(separator: "/"), obstacle: error)
      }
    }

    private mutating func add(
      _ name: String, in folder: Int32, path: [String]
    ) throws(ArchiveFailure) {
      let whole = path.joined(separator: "/")
      var status = stat()
      guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        // What has gone since it was listed is no longer there.
        guard errno == ENOENT else { throw .unreadableFolder(errno) }
        return
      }
      let format = status.st_mode & S_IFMT
      if isWanted(whole) {
        add(whole, size: Int(status.st_size), obstacle: format == S_IFREG ? nil : .notAMember)
      } else if format == S_IFDIR, path.count <= UnpackedFolder.deepest, !isMedia(name) {
        let next = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard next >= 0 else {
          return add(whole + "/" + Self.posts, obstacle: .unreadableFolder(errno))
        }
        add(folder: next, path: path)
        close(next)
      } else if format == S_IFLNK, name == "data" {
        // A link in place of the whole archive: what it would hold is named, and not read.
        add(whole + "/" + Self.posts, obstacle: .notAMember)
      }
    }

    private mutating func add(_ path: String, size: Int = 0, obstacle: ArchiveFailure?) {
      members.append(
        StoredMember(path: path, number: members.count, size: size, obstacle: obstacle))
    }

    /// The file of posts that stands for those of a folder that cannot be looked into.
    private static let posts = "tweets.js"

    /// True for the folders of pictures, which are large and hold no posts.
    private func isMedia(_ name: String) -> Bool {
      name.utf8.suffix(6).elementsEqual("_media".utf8)
    }
  }
}
