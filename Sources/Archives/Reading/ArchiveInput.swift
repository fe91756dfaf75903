import JSON

/// Opens inputs and finds out what they are, by their content and not by their names.
package enum ArchiveInput {
  /// How inputs are read.
  package struct Options: Sendable {
    /// What the inputs are; found out when `auto`.
    package var format = InputFormat.auto
    /// Which columns of a table, or keys of JSON Lines, hold what; known by their names when `nil`.
    package var mapping: CSVMapping?
    /// How a table writes dates; proved by the dates themselves when `nil`.
    package var dateOrder: DateOrder?
    /// True to read posts too that were shown to chosen people only.
    package var includesPrivate = false
    /// The rules that a draft may set aside.
    package var ruleIDs: [String]? = []
    /// Asked while a pipe has nothing to read; when it says so, the input is at its end.
    package var shouldStop: @Sendable () -> Bool = { false }

    /// Finds everything out.
    package init() {}
  }

  /// What an input turned out to be.
  package struct Opened {
    /// Its reader.
    package let reader: any ArchiveReader
    /// Its format.
    package let format: InputFormat
  }

  /// Opens a file, a folder, or standard input, which is `-`.
  package static func open(
    _ path: String, _ options: Options
  ) throws(ArchiveFailure) -> Opened {
    if let archive = try archive(path, options) { return archive }
    let name = path == "-" ? "stdin" : path
    let file =
      path == "-"
      ? try CompressedFile.standardInput(shouldStop: options.shouldStop)
      : try CompressedFile(path: path, shouldStop: options.shouldStop)
    let source = PeekedSource(file)
    if TarMember.recognises(head: source.peeked) {
      try options.format.mustHold("a tar archive")
      return Opened(reader: try tar(source, name: name, options), format: .mastodon)
    }
    if source.peeked.starts(with: ZipEntry.mark) { throw .zipStream }
    let isMapped = options.mapping != nil
    let format =
      options.format == .auto
      ? try FormatDetector(source.peeked).format(isMapped: isMapped) : options.format
    return Opened(reader: try reader(of: source, name: name, format, options), format: format)
  }

  /// An archive that cannot be read from its start to its end: a folder or a zip.
  private static func archive(
    _ path: String, _ options: Options
  ) throws(ArchiveFailure) -> Opened? {
    let isPrivate = options.includesPrivate
    switch FileKind(path: path) {
    case .folder:
      try options.format.mustHold("a folder")
      let folder = try UnpackedFolder(path: path, isWanted: MastodonReader.isOutbox)
      let isOfX = XArchiveReader.recognises(folder: path)
      let export = try mastodon(in: folder, name: path + "/", isOfX, options)
      let reader: any ArchiveReader =
        if let export { export } else {
          try naming(
            exports: UnpackedFolder(path: path, isWanted: ExportNames.isOne),
            whenNotIn: XArchiveReader(folder: path, includesPrivate: isPrivate))
        }
      return Opened(
        reader: PrefacedReader(FolderNeighbours(folder: path).complaints, reader),
        format: export == nil ? .xArchive : .mastodon)
    case .zip:
      try options.format.mustHold("a zip archive")
      let zip = try ZipFile(path: path, isWanted: MastodonReader.isOutbox)
      let isOfX = XArchiveReader.recognises(zip: path)
      if let export = try mastodon(in: zip, name: path + ": ", isOfX, options) {
        return Opened(reader: export, format: .mastodon)
      }
      let reader = try naming(
        exports: ZipFile(path: path, isWanted: ExportNames.isOne),
        whenNotIn: XArchiveReader(zip: path, includesPrivate: isPrivate))
      return Opened(reader: reader, format: .xArchive)
    case .stream, .other: return nil
    }
  }

  /// Opens an archive of X; where there is none, the exports that lie in its place are named.
  private static func naming(
    exports: @autoclosure () throws(ArchiveFailure) -> any MemberStore,
    whenNotIn archive: @autoclosure () throws(ArchiveFailure) -> XArchiveReader
  ) throws(ArchiveFailure) -> XArchiveReader {
    do throws(ArchiveFailure) {
      return try archive()
    } catch {
      guard error.code == "no-posts", let store = try? exports() else { throw error }
      throw ExportNames.naming(store, in: error)
    }
  }

  /// An export of Mastodon, unless the archive is one of X that happens to hold such a file.
  private static func mastodon(
    in store: any MemberStore, name: String, _ isOfX: Bool, _ options: Options
  ) throws(ArchiveFailure) -> MastodonReader? {
    if isOfX, options.format != .mastodon { return nil }
    let found = try MastodonReader.export(
      in: store, name: name, includesPrivate: options.includesPrivate)
    if found == nil, options.format == .mastodon { throw .noOutbox }
    return found
  }

  /// A tar archive, in which Mastodon gave exports before it gave zips.
  private static func tar(
    _ source: PeekedSource, name: String, _ options: Options
  ) throws(ArchiveFailure) -> any ArchiveReader {
    guard let outbox = try TarMember(source, isWanted: MastodonReader.isOutbox) else {
      throw .noOutboxInTar
    }
    return MastodonReader(
      outbox, .outbox, file: name + ": " + outbox.path, includesPrivate: options.includesPrivate)
  }

  private static func reader(
    of source: PeekedSource, name: String, _ format: InputFormat, _ options: Options
  ) throws(ArchiveFailure) -> any ArchiveReader {
    switch format {
    case .auto: throw .unknown
    case .xArchive:
      return try XArchiveReader(
        file: source, name: name, includesPrivate: options.includesPrivate)
    case .xAPI: return pieces(of: source, name: name, XAPIDecoder())
    case .jsonl where options.mapping != nil:
      let columns = options.mapping?.columns ?? [:]
      try FormatDetector(source.peeked).refuseUnknownKeys(of: columns)
      return pieces(
        of: source, name: name, MappedLineDecoder(columns: columns, order: options.dateOrder))
    case .jsonl:
      return pieces(of: source, name: name, DraftLineDecoder(ruleIDs: options.ruleIDs))
    case .csv:
      return try CSVReader(
        source, file: name, mapping: options.mapping, dateOrder: options.dateOrder)
    case .twarcCSV: return try CSVReader(twarc: source, file: name)
    case .mastodon:
      return MastodonReader(
        source, MastodonReader.recognises(head: source.peeked) ?? .outbox, file: name,
        includesPrivate: options.includesPrivate)
    }
  }

  /// JSON line by line where lines hold whole values, and value by value elsewhere.
  private static func pieces(
    of source: PeekedSource, name: String, _ decoder: some RecordDecoder
  ) -> any ArchiveReader {
    JSONLayout(source.peeked) == .lines
      ? LineReader(source, file: name, decoder: decoder)
      : JSONReader(source, layout: .values, file: name, decoder: decoder)
  }
}

extension InputFormat {
  /// Refuses to read an archive in a format of single files.
  fileprivate func mustHold(_ archive: String) throws(ArchiveFailure) {
    guard ![.auto, .xArchive, .mastodon].contains(self) else { return }
    throw ArchiveFailure(
      code: "other-format",
      message:
        "It is \(archive), which cannot be read as \(rawValue). Give the files in it themselves, or leave "
        + "--input-format out.")
  }
}

extension ArchiveFailure {
  /// An export of Mastodon without its posts.
  static let noOutbox = ArchiveFailure(
    code: "no-posts",
    message: "There is no `outbox.json` in it, which holds the posts of an export of Mastodon.")
  /// A zip that is no file of its own.
  fileprivate static let zipStream = ArchiveFailure(
    code: "unknown-format",
    message: "It is a zip archive, and a zip cannot be read from a pipe or from within another "
      + "compressed file, since its directory stands at its end. Save it as a file and name that.")
  /// A tar archive of something else.
  fileprivate static let noOutboxInTar = ArchiveFailure(
    code: "no-posts",
    message: "It is a tar archive without the `outbox.json` of an export of Mastodon. "
      + "Unpack it and give what holds the posts.")
}
