/// Reads what Mastodon exports: the outbox of an account, or statuses as its interface gives them.
package final class MastodonReader: ArchiveReader {
  /// What is read.
  package enum Layout: Sendable {
    /// The file `outbox.json` of an archive.
    case outbox
    /// Statuses in a list or one after another, as the interface gives them.
    case statuses
  }

  private var splitter: JSONSplitter
  private let decoder: any RecordDecoder
  private let total: MemberWatch
  private let isOutbox: Bool
  private let file: String
  private var number = 0
  private var hasComplained = false
  private var isOver = false

  /// Reads a source; posts for chosen people are left out unless they are asked for.
  package init(
    _ source: any ByteSource, _ layout: Layout, file: String, includesPrivate: Bool = false
  ) {
    total = MemberWatch(source, member: "totalItems")
    isOutbox = layout == .outbox
    self.file = file
    switch layout {
    case .outbox:
      splitter = JSONSplitter(total, layout: .list(named: "orderedItems"))
      decoder = ActivityDecoder(includesPrivate: includesPrivate)
    case .statuses:
      splitter = JSONSplitter(source, layout: .values)
      decoder = StatusDecoder(includesPrivate: includesPrivate)
    }
  }

  package var share: Double? { total.share }

  package func next() -> ArchiveEvent? {
    switch splitter.next() {
    case .element(let bytes, let line, let number, let failure):
      self.number = number
      return .unit(
        ArchiveUnit(
          bytes: bytes, place: ArchivePlace(file: file, record: number, line: line),
          decoder: decoder, failure: failure))
    case .complaint(let failure):
      return complaint(failure)
    case nil:
      guard !isOver else { return nil }
      isOver = true
      if !isOutbox { return number == 0 && !hasComplained ? complaint(.noStatuses) : nil }
      guard let wanted = total.number, wanted != number else { return nil }
      return complaint(.wrongCount(found: number, wanted: wanted))
    }
  }

  private func complaint(_ failure: ArchiveFailure) -> ArchiveEvent {
    hasComplained = true
    return .complaint(ArchiveComplaint(code: failure.code, message: failure.message, file: file))
  }
}

extension MastodonReader {
  /// What the first bytes of a file are of Mastodon's, if anything.
  package static func recognises(head: [UInt8]) -> Layout? {
    guard let first = head.drop(while: { $0.isBlank || $0 >= 0x80 }).first,
      first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    else { return nil }
    if head.contains(name: "orderedItems")
      || head.contains(name: "OrderedCollection") && first == UInt8(ascii: "{")
    {
      return .outbox
    }
    let isStatus = head.contains(name: "content") && head.contains(name: "visibility")
    return isStatus && head.contains(name: "spoiler_text") ? .statuses : nil
  }
}

extension [UInt8] {
  /// True when a name stands somewhere in quotation marks.
  fileprivate func contains(name: String) -> Bool {
    let quoted = Array("\"\(name)\"".utf8)
    return indices.contains { self[$0] == .quote && self[$0...].starts(with: quoted) }
  }
}

extension ArchiveFailure {
  /// A file without a status.
  fileprivate static let noStatuses = ArchiveFailure(
    code: "empty", message: "The file holds no statuses, so nothing was checked.")

  /// An outbox that says to hold more or fewer activities than it does.
  fileprivate static func wrongCount(found: Int, wanted: Int) -> ArchiveFailure {
    ArchiveFailure(
      code: "wrong-count",
      message: "The outbox says to hold \(wanted) activities and holds \(found). "
        + "Was it copied whole? Ask for a new export.")
  }
}
