import NIOHTTP1

/// Reads what a request would publish.
struct SubmissionReader {
  /// The head of the request.
  let head: HTTPRequestHead

  /// What the request would publish.
  func submission(in body: [UInt8], by reading: Route.Reading) throws(Refusal) -> Submission {
    switch reading {
    case .nothing: return try Submission([], by: WordKeys())
    case .fields(let keys), .move(let keys, of: _):
      return try Submission(try fields(in: body), by: keys)
    case .records(let form):
      guard try type()?.value == "application/json" else { throw Self.unknownType }
      return try form.submission(in: body)
    }
  }

  /// True when the body may carry files.
  var carriesFiles: Bool {
    (try? type())??.value == "multipart/form-data"
  }

  private static let unknownType = Refusal.refused(
    415, "Not sent: the gateway cannot read a body of this type. Nothing was sent.")

  /// The fields of query and body; servers mix them, so one that is in both has no clear value.
  private func fields(in body: [UInt8]) throws(Refusal) -> [Field] {
    let query = try FormReader.fields(in: RequestTarget(head.uri).query ?? [])
    let fields = query + (try bodyFields(in: body))
    var seen: Set<String> = []
    let names = Set(query.map(\.rawKey))
    for (index, field) in fields.enumerated() {
      let isRepeated = !seen.insert(field.rawKey).inserted
      let isInBoth = index >= query.count && names.contains(field.rawKey)
      guard field.key != "_method" else {
        throw .refused(400, "A request cannot change its method on the way.")
      }
      guard !isInBoth, !isRepeated || field.isListed else {
        throw .refused(
          422, "Not sent: a field is given twice, so its value is not clear. Nothing was sent.")
      }
    }
    return fields
  }

  private func bodyFields(in body: [UInt8]) throws(Refusal) -> [Field] {
    guard let type = try type() else {
      guard body.isEmpty else { throw Self.unknownType }
      return []
    }
    switch type.value {
    case "application/x-www-form-urlencoded": return try FormReader.fields(in: body)
    case "application/json":
      if body.isEmpty { return [] }
      return try JSONFields.object(in: body) { (root) throws(Refusal) in
        try JSONFields.fields(of: root)
      }
    case "multipart/form-data":
      return try MultipartReader.fields(in: body, boundary: type.parameters["boundary"] ?? "")
    default:
      guard body.isEmpty else { throw Self.unknownType }
      return []
    }
  }

  /// The type of the body; a character set other than UTF-8 is none that is read.
  private func type() throws(Refusal) -> HeaderValue? {
    let lines = head.headers["content-type"]
    guard let line = lines.first else { return nil }
    guard lines.count == 1, let type = HeaderValue(line.utf8), type.isUnicode else {
      throw Self.unknownType
    }
    return type
  }
}
