import Archives
import PostText
import Reports

/// Reads archives and hands their posts on.
struct Conversion {
  /// How the inputs are read.
  let reading: ArchiveInput.Options
  /// The account of posts that do not name one.
  let account: String?

  /// What became of the records.
  struct Counts {
    /// The posts that were written.
    var written = 0
    /// The records that were left out on purpose.
    var skipped = 0
    /// The records that could not be read.
    var failed = 0
    /// What went wrong besides records.
    var complaints = 0
    /// The hints that were told: each once, however many records need it.
    fileprivate var hints: Set<String> = []
  }

  /// Writes the posts of inputs to files, and tells on standard error what could not be read.
  func convert(_ paths: [String], to files: PostFiles) throws(CommandFault) -> Counts {
    guard let scratch = DecodingScratch() else {
      throw .message("there is no memory to read the inputs")
    }
    var counts = Counts()
    var formats: Set<InputFormat> = []
    for path in paths {
      let opened = try open(path)
      formats.insert(opened.format)
      while let event = opened.reader.next() {
        try heedStop()
        switch event {
        case .complaint(let complaint):
          counts.complaints += 1
          complain(complaint.file, complaint.message)
        case .unit(let unit):
          for record in unit.records(scratch) {
            try take(record, at: unit.place, to: files, &counts)
          }
        }
      }
      // An input that was waited for only looks complete.
      try heedStop()
    }
    for words in reading.withoutEffect(on: formats) { Console.complain("tweetlint: \(words)") }
    return counts
  }

  private func open(_ path: String) throws(CommandFault) -> ArchiveInput.Opened {
    do throws(ArchiveFailure) {
      return try ArchiveInput.open(path, reading)
    } catch {
      try heedStop()
      throw .message("\(path == "-" ? "stdin" : path): \(error.message)")
    }
  }

  private func heedStop() throws(CommandFault) {
    if StopSignal.isReceived { throw .exit(StopSignal.exitCode) }
  }

  private func take(
    _ record: ArchiveRecord, at place: ArchivePlace, to files: PostFiles, _ counts: inout Counts
  ) throws(CommandFault) {
    switch record {
    case .post(var post):
      post.draft.account = post.draft.account ?? account
      try files.write(PostLine.bytes(post))
      counts.written += 1
    case .skipped: counts.skipped += 1
    case .failed(let failure, _):
      counts.failed += 1
      let isNew = failure.hint.map { counts.hints.insert($0).inserted } ?? false
      complain("\(place.file):\(place.line)", isNew ? failure.words : failure.message)
    }
  }

  private func complain(_ place: String, _ message: String) {
    Console.complain("tweetlint: " + TerminalText.shown("\(place): \(message)"))
  }
}
