import JSON

/// A page of X's interface that cannot be parsed as a whole; its posts are read one by one.
struct BrokenPage {
  private let unit: ArchiveUnit
  private let failure: ArchiveFailure
  private let form: Form
  private var posts: [Post] = []
  /// True when the page ends before its list of posts does, or was found to be cut off before.
  private var isCutOff: Bool

  /// What the list of posts is called, by the version of the interface.
  private enum Form: String, CaseIterable {
    case version2 = "data"
    case version1 = "statuses"
  }

  /// One element of the list.
  private struct Post {
    var bytes: [UInt8]
    var line: Int
    var number: Int
    var failure: ArchiveFailure?
  }

  /// Finds the list of posts; fails where there is none.
  init?(_ unit: ArchiveUnit, _ failure: ArchiveFailure) {
    guard unit.bytes.first(where: { !$0.isBlank && !$0.isMark }) == UInt8(ascii: "{") else {
      return nil
    }
    self.unit = unit
    self.failure = failure
    isCutOff = unit.failure != nil
    for form in Form.allCases {
      var splitter = JSONSplitter(BytesSource(unit.bytes), layout: .list(named: form.rawValue))
      while let piece = splitter.next() {
        switch piece {
        case .element(let bytes, let line, let number, let failure):
          posts.append(Post(bytes: bytes, line: line, number: number, failure: failure))
        case .complaint: break
        }
      }
      guard posts.isEmpty else {
        self.form = form
        isCutOff = isCutOff || posts.last?.failure == .cutOff
        return
      }
    }
    return nil
  }

  /// The posts and why the others and the page failed; `nil` when there is no more to say than that the page did.
  func records(_ scratch: DecodingScratch) -> [ArchiveRecord]? {
    let document = JSONDocument()
    let beside = document.flatMap(includes)
    let lacksContext = form == .version2 && beside == nil && (isCutOff || placeOfIncludes != nil)
    let includes = XIncludes(beside)
    let records = posts.map { record(of: $0, includes, lacksContext: lacksContext, scratch) }
    let isAnyRead = records.contains { if case .failed = $0 { false } else { true } }
    guard isAnyRead || records.count > 1 else { return nil }
    var page = failure
    page.message =
      "A page could not be read as a whole, so its posts were read one by one: " + page.message
    return records + [.failed(page, id: nil)]
  }

  private func record(
    of post: Post, _ includes: XIncludes, lacksContext: Bool, _ scratch: DecodingScratch
  ) -> ArchiveRecord {
    do throws(ArchiveFailure) {
      if let failure = post.failure { throw failure }
      let value = try scratch.parse(post.bytes)
      let record =
        form == .version1
        ? XAPIVersion1.record(of: value) : XAPIVersion2(includes: includes).record(of: value)
      guard lacksContext, case .post(var found) = record else { return record }
      found.cut = found.cut ?? Self.withoutContext
      return .post(found)
    } catch {
      var failure = error
      let line = unit.place.line + post.line - 1
      failure.message += " It is post \(post.number) of the page, on line \(line)."
      return .failed(failure, id: nil)
    }
  }

  private static let withoutContext =
    "its page is damaged, so who wrote it, what it answers and what else stands beside it may be missing"

  // MARK: - What stands beside the posts

  /// The member `includes`, when it can be read; it belongs to the document.
  private func includes(_ document: JSONDocument) -> JSONValue? {
    guard form == .version2, let place = placeOfIncludes else { return nil }
    var splitter = JSONSplitter(BytesSource(Array(unit.bytes[place...])), layout: .values)
    guard case .element(let bytes, _, _, nil) = splitter.next() else { return nil }
    return try? document.parse(bytes)
  }

  /// Where the object begins; within a text its name would stand between escaped quotation marks.
  private var placeOfIncludes: Int? {
    let name = Array("\"includes\"".utf8)
    let bytes = unit.bytes
    var from = 0
    while let start = bytes[from...].firstIndex(of: .quote) {
      from = start + 1
      guard bytes[start...].starts(with: name) else { continue }
      let rest = bytes[(start + name.count)...].drop(while: \.isBlank)
      guard rest.first == UInt8(ascii: ":") else { continue }
      let value = rest.dropFirst().drop(while: \.isBlank)
      if value.first == UInt8(ascii: "{") { return value.startIndex }
    }
    return nil
  }
}
