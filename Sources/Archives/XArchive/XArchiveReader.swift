internal import Rules

/// Reads the archive that X sends an account of its own posts: a zip, the folder that it unpacks to, or one file of it.
///
/// Only files of posts, the manifest and the name of the account are ever opened. They are read in the same order
/// each time: tweets, deleted ones, community and circle posts, and at last the long texts that no tweet shows.
package final class XArchiveReader: ArchiveReader {
  private let store: any MemberStore
  private let name: String
  private let limits: Limits
  private let includesPrivate: Bool
  private let files: [XPlan.File]
  private let account: String?
  private var notes = JoinedNotes.none
  private var hasJoinedNotes = false
  private var complaints: [ArchiveComplaint] = []
  private var nextFile = 0
  private var current: ReadFile?
  private let allowance: LimitedSource.Allowance

  /// How much of an archive is read at most.
  package struct Limits: Sendable {
    /// The bytes of one file, decompressed.
    package var member = 64 << 30
    /// The bytes of all files together.
    package var total = 256 << 30
    /// The bytes of long texts that are kept until their tweets are found.
    package var notes = 32 << 20

    /// The limits for archives as X makes them.
    package init() {}
  }

  /// A file that is being read.
  private struct ReadFile {
    var source: any ByteSource
    var splitter: JSONSplitter
    var number: Int
    var decoder: any RecordDecoder
    var records = 0
  }

  // MARK: - Opening

  /// Opens an archive as X sends it; fails when it is no zip, or has no posts.
  package convenience init(
    zip path: String, includesPrivate: Bool = false, limits: Limits = Limits()
  ) throws(ArchiveFailure) {
    let zip = try ZipFile(path: path) { XMember(path: $0) != nil }
    do throws(ArchiveFailure) {
      try self.init(zip, name: path + ": ", includesPrivate: includesPrivate, limits: limits)
    } catch {
      // Its posts may stand after the cut.
      guard zip.complaint != nil, error.code == "no-posts" else { throw error }
      throw .cutOffBeforePosts
    }
    if let complaint = zip.complaint {
      complaints.insert(ArchiveComplaint(complaint, file: path), at: 0)
    }
  }

  /// Opens a folder that an archive was unpacked to, or one above it; fails when there are no posts in it.
  package convenience init(
    folder path: String, includesPrivate: Bool = false, limits: Limits = Limits()
  ) throws(ArchiveFailure) {
    let folder = try UnpackedFolder(path: path) { XMember(path: $0) != nil }
    let slash = path.utf8.last == UInt8(ascii: "/") ? "" : "/"
    try self.init(folder, name: path + slash, includesPrivate: includesPrivate, limits: limits)
  }

  /// Takes one file of an archive; fails when it holds no posts.
  ///
  /// What it holds is told by what it assigns to; when it assigns nothing, by its name or else by how it begins.
  package convenience init(
    file source: any ByteSource, name: String, account: String? = nil,
    includesPrivate: Bool = false, limits: Limits = Limits()
  ) throws(ArchiveFailure) {
    let peeked = PeekedSource(source, count: 256)
    let file = String(
      decoding: name.utf8.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self)
    var kind = XMember(path: file)?.kind
    if let assignment = Assignment(head: peeked.peeked) {
      kind = XMember.kind(variable: assignment.variable)
      guard kind != nil else { throw .noPosts(holding: assignment.variable) }
    } else if kind?.isPosts != true {
      kind = Self.wrappedKind(head: peeked.peeked)
    }
    guard let kind, kind.isPosts else { throw .noFileOfPosts }
    let single = SingleFile(peeked, path: kind.fileName)
    try self.init(
      single, name: name, account: account, includesPrivate: includesPrivate, limits: limits)
  }

  private init(
    _ store: any MemberStore, name: String, account: String? = nil, includesPrivate: Bool,
    limits: Limits
  ) throws(ArchiveFailure) {
    var plan = try XPlan(store.members)
    let front = FrontMatter(store, limits: limits)
    let manifest =
      plan.manifest.flatMap { front.manifest($0) } ?? plan.monthIndex.flatMap { front.months($0) }
    if let manifest { plan.apply(manifest) } else { plan.complainOfGaps() }
    plan.complainOfArticles(but: manifest, holdsAny: front.holdsAny)
    self.account = account ?? manifest?.account ?? front.account(plan.accounts)
    self.store = store
    self.name = name
    self.includesPrivate = includesPrivate
    self.limits = limits
    files = plan.files
    allowance = LimitedSource.Allowance(limits.total)
    // One file by itself is named as it is; it has no path within anything.
    let isSingle = store is SingleFile
    complaints = (front.complaints + plan.complaints).map { code, message, path in
      ArchiveComplaint(code: code, message: message, file: isSingle ? name : name + path)
    }
    if manifest?.isPartial == true, let path = plan.manifest?.path {
      complaints.append(ArchiveComplaint(.partialArchive, file: name + path))
    }
  }

  // MARK: - Reading

  /// By the files that have been read, each as much as it is large.
  package var share: Double? {
    let all = files.reduce(0) { $0 + $1.stored.size }
    guard all > 0 else { return nil }
    var read = 0.0
    if let current {
      guard let share = current.source.share else { return nil }
      read = share * Double(files[current.number].stored.size)
    }
    let done = files[..<(current?.number ?? nextFile)].reduce(0) { $0 + $1.stored.size }
    return min(1, (Double(done) + read) / Double(all))
  }

  package func next() -> ArchiveEvent? {
    joinNotes()
    while true {
      if !complaints.isEmpty { return .complaint(complaints.removeFirst()) }
      if let event = nextOfFile() { return event }
      if complaints.isEmpty, !openFile() { return nil }
    }
  }

  /// The next event of the file that is being read; `nil` at its end, which may leave complaints.
  private func nextOfFile() -> ArchiveEvent? {
    while let piece = current?.splitter.next() {
      guard case .element(let bytes, let line, let number, let failure) = piece, let file = current
      else {
        if case .complaint(let failure) = piece, let file = current {
          return .complaint(ArchiveComplaint(failure, file: path(file.number)))
        }
        continue
      }
      current?.records = number
      if notes.places.contains(JoinedNotes.Place(file: file.number, record: number)) { continue }
      let place = ArchivePlace(file: path(file.number), record: number, line: line)
      return .unit(
        ArchiveUnit(bytes: bytes, place: place, decoder: file.decoder, failure: failure))
    }
    if let file = current { checkCount(file) }
    current = nil
    return nil
  }

  private func openFile() -> Bool {
    guard nextFile < files.count else { return false }
    let number = nextFile
    nextFile += 1
    do throws(ArchiveFailure) {
      let source = try source(number, of: allowance)
      current = ReadFile(
        source: source, splitter: JSONSplitter(source, layout: .assignment), number: number,
        decoder: decoder(number))
    } catch {
      complaints.append(ArchiveComplaint(error, file: path(number)))
    }
    return true
  }

  private func source(
    _ number: Int, of allowance: LimitedSource.Allowance
  ) throws(ArchiveFailure) -> LimitedSource {
    LimitedSource(try store.open(files[number].stored), limit: limits.member, of: allowance)
  }

  private func decoder(_ number: Int) -> any RecordDecoder {
    let kind = files[number].member.kind
    if kind.isNotes { return NoteDecoder(account: account, isDeleted: kind == .deletedNotes) }
    return TweetDecoder(
      account: account, isDeleted: kind == .deletedTweets,
      isLeftOut: kind == .circleTweets && !includesPrivate, notes: notes)
  }

  private func path(_ number: Int) -> String {
    store is SingleFile ? name : name + files[number].stored.path
  }

  private func checkCount(_ file: ReadFile) {
    guard let count = files[file.number].count, count != file.records else { return }
    let meaning =
      file.records < count
      ? "Some are missing, so fetch the archive again." : "Was something added to it?"
    let message = """
      The manifest says that it has \(Wording.count(count, "record", "records")), and it has \(file.records). \(meaning)
      """
    complaints.append(
      ArchiveComplaint(code: "wrong-count", message: message, file: path(file.number)))
  }

  // MARK: - Long texts

  /// Finds the tweets of the long texts, by reading notes and tweets once before everything else.
  private func joinNotes() {
    guard !hasJoinedNotes else { return }
    hasJoinedNotes = true
    let noteFiles = files.indices.filter { files[$0].member.kind.isNotes }
    let tweetFiles = files.indices.filter { !files[$0].member.kind.isNotes }
    guard !noteFiles.isEmpty, !tweetFiles.isEmpty, let scratch = DecodingScratch() else { return }
    var joining = NoteJoining(bytes: limits.notes)
    let allowance = LimitedSource.Allowance(limits.total)
    for number in noteFiles + tweetFiles {
      // What cannot be read is told when it is read for good.
      guard let source = try? source(number, of: allowance) else { continue }
      var splitter = JSONSplitter(source, layout: .assignment)
      while let piece = splitter.next() {
        guard case .element(let bytes, _, let record, nil) = piece else { continue }
        if files[number].member.kind.isNotes {
          joining.add(note: bytes, at: JoinedNotes.Place(file: number, record: record), scratch)
        } else {
          joining.add(tweet: bytes, scratch)
        }
      }
    }
    notes = joining.joined()
    if joining.passedOver > 0 {
      complaints.append(
        ArchiveComplaint(
          .notesPassedOver(joining.passedOver, limit: limits.notes), file: path(noteFiles[0])))
    }
  }
}

extension ArchiveComplaint {
  /// Tells a failure of a file as a whole.
  init(_ failure: ArchiveFailure, file: String) {
    self.init(code: failure.code, message: failure.message, file: file)
  }
}

extension ArchiveFailure {
  fileprivate static let partialArchive = ArchiveFailure(
    code: "partial-archive",
    message: "X says that this archive is only a part. Ask X for all parts and give them together.")
  fileprivate static let cutOffBeforePosts = ArchiveFailure(
    code: "cut-off",
    message:
      "The zip was not copied whole, and no posts stand before the cut. Fetch the archive again.")
  fileprivate static let noFileOfPosts = ArchiveFailure(
    code: "no-posts",
    message: """
      It holds no posts in the form of an X archive. Give the archive, or a file of it such as `data/tweets.js`.
      """)

  fileprivate static func noPosts(holding variable: String) -> ArchiveFailure {
    ArchiveFailure(
      code: "no-posts", message: "It holds `\(variable)` and no posts, so it was not read.")
  }

  fileprivate static func notesPassedOver(_ count: Int, limit: Int) -> ArchiveFailure {
    ArchiveFailure(
      code: "too-many-notes",
      message: """
        The long texts are more than \(limit >> 20) MiB, so \(Wording.count(count, "text", "texts")) could not be held \
        against the tweets: they are checked as posts of their own, besides the tweets that show their first part.
        """)
  }
}
