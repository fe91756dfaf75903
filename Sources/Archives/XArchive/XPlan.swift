internal import Rules

/// Which files of an archive are read, in which order, and what is odd about them.
struct XPlan {
  /// The files with posts and notes, in the order in which they are read.
  private(set) var files: [File] = []
  /// The file that says what should be there.
  private(set) var manifest: StoredMember?
  /// The list of the months of an old archive, with their counts.
  private(set) var monthIndex: StoredMember?
  /// The files of long articles, which are not read.
  private(set) var articles: [StoredMember] = []
  /// The files that name the account.
  private(set) var accounts: [StoredMember] = []
  /// What is odd.
  private(set) var complaints: [(code: String, message: String, path: String)] = []

  /// One file with posts or notes.
  struct File {
    var stored: StoredMember
    var member: XMember
    /// How many records it should have, by the manifest.
    var count: Int?
  }

  /// Sorts the files of a store; throws when there are no posts among them.
  init(_ stored: [StoredMember]) throws(ArchiveFailure) {
    var found: [File] = []
    for stored in stored {
      guard let member = XMember(path: stored.path) else { continue }
      if !member.isSafe {
        complain("unsafe-name", Self.unsafeName, stored.path)
      } else if let obstacle = stored.obstacle {
        if member.kind.isPosts || [.article, .manifest, .monthIndex].contains(member.kind) {
          complain(obstacle.code, obstacle.message, stored.path)
        }
      } else if member.isCopy {
        complain("not-read", Self.copy, stored.path)
      } else {
        found.append(File(stored: stored, member: member))
      }
    }
    guard let root = Self.root(of: found) else { throw noPosts }
    for file in found where !Self.isSame(file.member, root) && file.member.kind.isPosts {
      complain("second-archive", Self.secondArchive, file.stored.path)
    }
    found = found.filter { Self.isSame($0.member, root) }
    manifest = found.first { $0.member.kind == .manifest }?.stored
    monthIndex = found.first { $0.member.kind == .monthIndex }?.stored
    articles = found.filter { $0.member.kind == .article }.map(\.stored)
    accounts = found.filter { [.account, .userDetails].contains($0.member.kind) }.map(\.stored)
    files = found.filter(\.member.kind.isPosts).sorted(by: Self.isBefore)
    complainOfRepeats()
  }

  /// The failure that says that there are no posts, and what stood in the way of reading some.
  private var noPosts: ArchiveFailure {
    guard complaints.isEmpty else {
      let reasons = complaints.map { " \($0.path): \($0.message)" }.joined()
      return ArchiveFailure(code: "no-posts", message: "Its posts could not be read.\(reasons)")
    }
    return ArchiveFailure(
      code: "no-posts",
      message: """
        No posts were found in it. An archive of X has `data/tweets.js`, or `data/tweet.js` in older ones; an \
        export of Mastodon has `outbox.json`.
        """)
  }

  private mutating func complain(_ code: String, _ message: String, _ path: String) {
    complaints.append((code, message, path))
  }

  // MARK: - The folder of the archive

  /// A file of the folder that is the archive: the uppermost that has posts, as X packs it before any other.
  private static func root(of files: [File]) -> XMember? {
    files.map(\.member).filter(\.kind.isPosts).min { left, right in
      if left.isInData != right.isInData { return left.isInData }
      if left.root.count != right.root.count { return left.root.count < right.root.count }
      return left.root.lexicographicallyPrecedes(right.root)
    }
  }

  private static func isSame(_ left: XMember, _ right: XMember) -> Bool {
    left.root == right.root && left.isInData == right.isInData
  }

  // MARK: - Order

  private static func isBefore(_ left: File, _ right: File) -> Bool {
    (left.member.kind.rawValue, left.member.part, left.member.name, left.stored.number)
      < (right.member.kind.rawValue, right.member.part, right.member.name, right.stored.number)
  }

  private mutating func complainOfRepeats() {
    for (file, next) in zip(files, files.dropFirst()) where file.member == next.member {
      complain("repeated-member", Self.repeated, file.stored.path)
    }
  }

  // MARK: - The manifest

  /// Holds the files against those that the manifest names: the others are left out.
  mutating func apply(_ manifest: XManifest) {
    for file in manifest.files where Self.isArticle(file.path) && file.count != 0 {
      complain("not-read", Self.articlesUnread, file.path)
    }
    let named = manifest.files.compactMap { file in
      XMember(path: file.path).map { (member: $0, file: file) }
    }.filter { $0.member.kind.isPosts && $0.member.isSafe }
    guard !named.isEmpty else {
      complain(
        "wrong-shape", Self.emptyManifest, (self.manifest ?? monthIndex)?.path ?? "manifest.js")
      return
    }
    for (member, file) in named where !files.contains(where: { Self.names(member, $0) }) {
      let count = file.count.map { " with \(Wording.count($0, "record", "records"))" } ?? ""
      complain("missing-member", Self.missing(count), file.path)
    }
    files = files.compactMap { file in
      guard let entry = named.first(where: { Self.names($0.member, file) }) else {
        complain("unlisted-member", Self.unlisted, file.stored.path)
        return nil
      }
      var file = file
      file.count = entry.file.count
      if file.count == nil { complain("no-count", Self.uncounted, file.stored.path) }
      return file
    }
  }

  /// Complains of articles that no manifest tells of, where there are any in the file.
  mutating func complainOfArticles(
    but manifest: XManifest?, holdsAny: (StoredMember) -> Bool
  ) {
    let told = (manifest?.files ?? []).filter { $0.count != 0 }
      .compactMap { XMember(path: $0.path)?.name }
    for article in articles
    where XMember(path: article.path).map({ told.contains($0.name) }) != true && holdsAny(article) {
      complain("not-read", Self.articlesUnread, article.path)
    }
  }

  /// True for the long articles that X lets accounts write, which have a form of their own.
  private static func isArticle(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).last?.starts(with: "article".utf8) == true
  }

  private static func names(_ member: XMember, _ file: File) -> Bool {
    member.name == file.member.name && member.kind == file.member.kind
  }

  /// Complains of numbers that are missing among the parts of a file, when no manifest says what should be there.
  mutating func complainOfGaps() {
    for kind in Set(files.map(\.member.kind)).subtracting([.month]).sorted() {
      let parts = Set(files.filter { $0.member.kind == kind }.map(\.member.part))
      guard let last = parts.max(), let file = files.last(where: { $0.member.kind == kind }) else {
        continue
      }
      // No more than there are files can be between them without one missing.
      for part in 0..<last where !parts.contains(part) {
        complain("missing-member", Self.gap(part), file.stored.path)
        break
      }
    }
  }

  // MARK: - Words

  private static let unsafeName =
    "Its name leads out of the archive, so it was not read. X makes no such names: who made this archive?"
  private static let secondArchive =
    "It belongs to another archive than the one that was read. Give that one by itself, too."
  private static let repeated =
    "The archive has this file twice. Both were read, so posts may be counted twice."
  private static let copy =
    "It has the name of a copy of a file of posts, and was not read. If it holds other posts, give it by itself, too."
  private static let articlesUnread =
    "Long articles are not read. Check their text by itself: `tweetlint check FILE`."
  private static let emptyManifest =
    "The manifest names no file of posts, so the number of posts could not be checked."
  private static let uncounted =
    "The manifest does not say how many records it has, so the number of posts could not be checked."
  private static let unlisted =
    "The manifest does not name this file, so it was not read: where does it come from?"

  private static func missing(_ count: String) -> String {
    "The manifest names this file\(count), but it is missing. Fetch the archive again."
  }

  private static func gap(_ part: Int) -> String {
    "Part \(part) is missing, though there are later ones. Fetch the archive again."
  }
}
