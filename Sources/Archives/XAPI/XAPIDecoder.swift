import JSON

/// Makes records of what X's interface gives: version 1.1 and 2, single posts or pages of them, flattened or not.
package struct XAPIDecoder: RecordDecoder {
  /// Makes a decoder.
  package init() {}

  package func records(in unit: ArchiveUnit, _ scratch: DecodingScratch) -> [ArchiveRecord] {
    let value: JSONValue
    do throws(ArchiveFailure) {
      value = try scratch.parse(unit.bytes)
    } catch {
      return records(ofBroken: unit, error, scratch)
    }
    do throws(ArchiveFailure) {
      return try records(of: value)
    } catch {
      return [.failed(error, id: nil)]
    }
  }

  package func records(
    ofBroken unit: ArchiveUnit, _ failure: ArchiveFailure, _ scratch: DecodingScratch
  ) -> [ArchiveRecord] {
    BrokenPage(unit, failure)?.records(scratch) ?? [.failed(failure, id: nil)]
  }

  /// The records of one value; none for a page that says itself that it holds none.
  private func records(of value: JSONValue) throws(ArchiveFailure) -> [ArchiveRecord] {
    guard value.kind == .object else { throw .notAnObject }
    if let statuses = value["statuses"] {
      return try list(statuses).map(XAPIVersion1.record)
    }
    if let data = value["data"] {
      let includes = XIncludes(value["includes"], isOfTwarc: value["__twarc"] != nil)
      let posts = data.kind == .object ? [data] : try list(data)
      return posts.map { XAPIVersion2(includes: includes).record(of: $0) }
        + Self.missing(from: value, found: posts.count)
    }
    if value["id_str"] != nil || value["full_text"] != nil || value["user"] != nil {
      return [XAPIVersion1.record(of: value)]
    }
    if value["id"] != nil || value["text"] != nil {
      return [XAPIVersion2(includes: XIncludes(nil)).record(of: value)]
    }
    let promised = value["meta"]?["result_count"]?.integer
    if let promised, promised != 0 { return Self.missing(from: value, found: 0) }
    if let errors = value["errors"] ?? value["error"] {
      let first = errors.elements.first ?? errors
      let detail = (first["detail"] ?? first["message"])?.string ?? first.string
      throw ArchiveFailure(
        code: "refused",
        message: "X gave no post but an error: \(detail ?? "without words"). Fetch it again.")
    }
    if promised == 0 { return [] }
    if value["for_user"] != nil, let message = value["message"] { return try records(of: message) }
    guard Self.notices.contains(where: { value[$0] != nil }) else { throw .noPost(value) }
    return [.skipped(.notAPost, id: nil)]
  }

  /// What a stream tells between posts.
  private static let notices: [StaticString] = [
    "delete", "scrub_geo", "limit", "status_withheld", "user_withheld", "disconnect", "warning",
    "event", "friends", "friends_str", "control", "direct_message",
  ]

  /// What a page promises and does not hold: one failed record for each such matter.
  private static func missing(from page: JSONValue, found: Int) -> [ArchiveRecord] {
    var missing: [ArchiveRecord] = []
    if let promised = page["meta"]?["result_count"]?.integer, promised != found {
      let failure = ArchiveFailure(
        code: "wrong-count",
        message: "The page says to hold \(promised) posts and holds \(found). Fetch it again.")
      missing.append(.failed(failure, id: nil))
    }
    // An error about a post that another points to leaves the page whole.
    for error in page["errors"]?.elements ?? []
    where ["id", "ids"].contains(error["parameter"]?.string) {
      let detail = (error["detail"] ?? error["message"])?.string ?? "without words"
      missing.append(
        .failed(
          ArchiveFailure(code: "refused", message: "X did not give a post: \(detail)"),
          id: error["resource_id"]?.word ?? error["value"]?.word))
    }
    return missing
  }

  private func list(_ value: JSONValue) throws(ArchiveFailure) -> [JSONValue] {
    guard value.kind == .array else {
      throw ArchiveFailure(
        code: "wrong-type", message: "The posts of the page are not a list. Fetch it again.")
    }
    return value.elements
  }

  /// True for the keys of a value that this decoder reads.
  static func recognises(_ value: JSONValue) -> Bool {
    if let statuses = value["statuses"] { return statuses.kind == .array }
    if let data = value["data"] {
      let first = data.kind == .array ? data.elements.first : data
      return value["meta"] != nil || value["includes"] != nil || first.map(isPost) == true
    }
    if value["meta"]?["result_count"] != nil { return true }
    return isPost(value)
  }

  private static func isPost(_ value: JSONValue) -> Bool {
    guard value["id"] != nil || value["id_str"] != nil else { return false }
    let isVersion1 =
      value["full_text"] != nil
      || value["text"] != nil
        && (value["id_str"] != nil || value["user"]?["screen_name"] != nil)
    return isVersion1 || value["edit_history_tweet_ids"] != nil || value["author_id"] != nil
      || value["public_metrics"] != nil || value["conversation_id"] != nil
  }
}

extension ArchiveFailure {
  /// A record that is no object.
  static let notAnObject = ArchiveFailure(
    code: "wrong-type", message: "The record is not an object, so it holds no post.")

  /// An object that is neither a post nor a notice of a stream.
  static func noPost(_ value: JSONValue) -> ArchiveFailure {
    let names = value.members.prefix(12).map { "`\($0.name)`" }.joined(separator: ", ")
    let found = names.isEmpty ? "no keys" : "the keys \(names)"
    return ArchiveFailure(
      code: "wrong-shape",
      message: "The record has \(found), so it is no post as X's interface gives it.",
      hint: "If it is of an archive of X, say --input-format x-archive; else say which key holds "
        + "what: --map text=…,date=…,id=…")
  }
}
