internal import Drafts
internal import PostText

/// Makes posts of values that are known by their roles, be they columns of a table or keys of JSON.
struct MappedPost {
  /// How dates with slashes are read.
  let order: DateOrder?

  /// The post; `id` is set as soon as it is known, so that a failure can name it.
  func post(
    _ id: inout String?, _ value: (MappedRole) -> String
  ) throws(ArchiveFailure) -> ArchivedPost {
    func cell(_ role: MappedRole) -> String {
      let cell = value(role)
      return cell.isNoValue ? "" : cell
    }
    let ownID = cell(.id)
    id = ownID.isEmpty ? Self.id(fromAddress: cell(.url)) : ownID
    var draft = Draft(value(.text))
    draft.id = id
    draft.account = cell(.account).nonEmpty.map(DraftFields.handle)
    draft.replyTo = Draft.Context(cell: cell(.replyTo))
    draft.quote = Draft.Context(cell: cell(.quote))
    if let alt = cell(.alt).nonEmpty, !alt.isBlank { draft.media = [Draft.Media(alt: alt)] }
    guard draft.hasContent else { throw .noText }
    var post = ArchivedPost(draft: draft, kind: kind(cell(.kind), draft))
    add(date: cell(.date), to: &post)
    return post
  }

  /// Gives a post its time: what is no date, or can be read as two, is told.
  private func add(date text: String, to post: inout ArchivedPost) {
    guard !text.isBlank else { return }
    let date = WrittenDate(text)
    if date == .clock { return }
    if order == nil, date?.needsOrder == true { return post.takeDoubtfulTime() }
    post.take(date?.time(order))
  }

  /// The kind that a cell names; without one, what the post answers or quotes tells it.
  private func kind(_ cell: String, _ draft: Draft) -> PostKind {
    if let kind = Self.kind(named: cell) { return kind }
    return RetweetMark(in: draft.text) == nil ? draft.kind : .retweet
  }

  private static func kind(named cell: String) -> PostKind? {
    if cell.isEmpty { return nil }
    return switch String(decoding: cell.utf8.map(\.lowercased), as: UTF8.self) {
    case "original", "tweet", "post", "toot", "status": .original
    case "reply", "answer", "comment", "replied_to": .reply
    case "retweet", "rt", "repost", "boost", "share", "reblog", "retweeted": .retweet
    case "quote", "quote tweet", "quote post", "quoted", "quote_tweet": .quote
    default: nil
    }
  }

  private static func id(fromAddress url: String) -> String? {
    url.isEmpty ? nil : StatusAddress(url)?.id ?? url
  }
}

extension String {
  /// True for the words by which programs say that there is nothing.
  fileprivate var isNoValue: Bool {
    guard utf8.count <= 6 else { return false }
    let word = String(decoding: utf8.map(\.lowercased), as: UTF8.self)
    return ["nan", "nat", "none", "null", "nil", "false", "<na>", "n/a", "#n/a", "-"].contains(word)
  }

  /// True for a number, be it one that a spreadsheet has rounded.
  fileprivate var isNumber: Bool {
    utf8.first?.isDigit == true && (SpreadsheetID.isRuined(self) || Double(self) != nil)
  }
}

extension Draft.Context {
  /// Reads a cell, which holds a post's address or number or its text; `nil` when it holds none of them.
  fileprivate init?(cell: String) {
    if cell.isBlank { return nil }
    let isAddress =
      (cell.utf8.starts(with: "https://".utf8) || cell.utf8.starts(with: "http://".utf8))
      && !cell.utf8.contains(where: \.isBlank)
    if isAddress {
      self = StatusAddress(cell)?.context ?? Draft.Context(url: cell)
    } else if cell.isNumber {
      self.init(url: cell)
    } else {
      self.init(text: cell)
    }
  }
}
