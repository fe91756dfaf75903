import Digests
import Drafts
import JSON
import PostText
package import Reports
package import Rules

extension PreSendRequest {
  /// The most bytes that a request may have.
  package static let mostBytes = 256 << 10

  /// A request that could not be read.
  package struct Fault: Error, Sendable {
    /// Why, in one sentence.
    package let failure: Record.Failure
    /// The faults of its keys with their places.
    package let problems: [RuleProblem]
  }

  /// The keys that a request has besides those of a draft.
  private static let keys = ["protocol", "author", "client", "scheduled_at"]

  /// Reads the object of `pre-send/1`; a key that it does not have is a fault, since it may hold words to be read.
  package static func read(_ bytes: [UInt8], ruleIDs: [String]) throws(Fault) -> PreSendRequest {
    try checkBytes(bytes)
    let reader = DraftReader(name: "stdin", ruleIDs: ruleIDs)
    let found = JSONDrafts(reader: reader)
      .drafts(in: bytes, furtherKeys: keys, takesArrays: false) { mapping, record, draft in
        members(of: mapping, record, &draft)
      }
    guard found.count == 1, let only = found.first else {
      throw Fault("wrong-shape", "The request must be one JSON object; \(found.count) were found.")
    }
    let judged = DraftReader.judged(only.read)
    switch judged.outcome {
    case .failure(let failure): throw Fault(failure: failure, problems: judged.problems)
    case .draft(let draft, _):
      var request = only.further ?? PreSendRequest(draft)
      request.draft = draft
      request.id = draft.id
      request.sha256 = Digests.sha256(bytes)
      return request
    }
  }

  /// Reads bytes that are the text of a post and nothing else.
  package static func read(plain bytes: [UInt8], ruleIDs: [String]) throws(Fault) -> PreSendRequest
  {
    try checkBytes(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    switch DraftReader(name: "stdin", ruleIDs: ruleIDs).draft(of: text).outcome {
    case .draft(let draft, _):
      var request = PreSendRequest(draft)
      request.sha256 = Digests.sha256(bytes)
      return request
    case .failure(let failure): throw Fault(failure: failure, problems: [])
    }
  }

  /// Whether bytes are a request that says that a life is at risk, be the rest of it as it may.
  ///
  /// Several in an array, which is refused, say so when each of them does.
  package static func declaresLifeAtRisk(_ bytes: [UInt8]) -> Bool {
    guard let document = JSONDocument(), let request = try? document.parse(bytes) else {
      return false
    }
    let requests = request.kind == .array ? request.elements : [request]
    return !requests.isEmpty
      && requests.allSatisfy { $0["urgency"]?.string == "life-at-risk" }
  }

  private static func checkBytes(_ bytes: [UInt8]) throws(Fault) {
    guard bytes.count <= mostBytes else {
      throw Fault("too-large", "The request has more than \(mostBytes >> 10) KiB.")
    }
    if let failure = ByteSoundness.failure(of: bytes) {
      throw Fault(failure: failure, problems: [])
    }
  }

  private static func members(
    of mapping: MappingReader, _ record: LoadRecord, _ draft: inout Draft
  ) -> PreSendRequest {
    var request = PreSendRequest(Draft(""))
    if let value = mapping.value("protocol"), let name = record.string(value, "`protocol`") {
      if name.value != protocolName {
        record.report(
          .unknownValue, at: name.place, "The protocol `\(name.value)` is not known.",
          hint: "Write `\(protocolName)`.")
      }
    }
    request.author = mapping.string("author")
    request.client = mapping.string("client")
    let scheduled = mapping.value("scheduled_at").flatMap { record.dated($0, "`scheduled_at`") }
    request.scheduledAt = scheduled?.text
    // Calendars hold on the day on which the post appears, which is not today for one that waits.
    draft.day = draft.day ?? scheduled?.day
    return request
  }
}

extension PreSendRequest.Fault {
  fileprivate init(_ code: String, _ message: String) {
    self.init(failure: Record.Failure(code: code, message: message), problems: [])
  }
}
