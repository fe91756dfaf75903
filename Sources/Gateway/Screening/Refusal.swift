/// A request that is turned down: with which status and in which words.
struct Refusal: Error, Equatable {
  /// Why, for the log and for the form of the answer.
  enum Reason: Equatable {
    /// The judge decided so.
    case blocked, held
    /// The request is not known, or not well formed.
    case refused
    /// The server, or the judge, failed.
    case failed
  }

  /// Why.
  let reason: Reason
  /// The status of the answer; for what the API has a form of its own for, that form's.
  let status: Int?
  /// What people read.
  let words: String

  /// A request that is not taken as it is, with a status of HTTP.
  static func refused(_ status: Int, _ words: String) -> Refusal {
    Refusal(reason: .refused, status: status, words: words)
  }

  /// A request that is not taken as it is, with the status with which clients show the words.
  static func refused(_ words: String) -> Refusal {
    Refusal(reason: .refused, status: nil, words: words)
  }

  /// Something that failed on the way.
  static func failed(_ status: Int, _ words: String) -> Refusal {
    Refusal(reason: .failed, status: status, words: words)
  }

  /// What is said of a write that no route knows.
  static let unknownWrite = Refusal.refused(
    "Not sent: the gateway does not know this kind of request, so it cannot read what would be "
      + "published. Nothing was sent.")
}
