/// What became of one request: enough for a log, and nothing that anybody wrote.
package struct GatewayNote: Sendable, Equatable {
  /// What was done with a request.
  package enum Outcome: String, Sendable {
    /// It went through; there was nothing to decide.
    case passed
    /// It was read and went through.
    case allowed
    /// It was read and went through, with something to read for its author.
    case warned
    /// It waits for a second person and was not sent.
    case held
    /// It was not sent.
    case blocked
    /// It was turned down without being judged, because it is not known or not well formed.
    case refused
    /// The server, the judge or the connection failed.
    case failed
    /// The client went away before the end.
    case left
  }

  /// The method of the request.
  package var method: String
  /// The name of the route, such as `/api/v1/statuses/:id`; never the path itself.
  package var route: String
  /// What was done.
  package var outcome: Outcome
  /// The status of the answer; `nil` when there was none.
  package var status: Int?
  /// How long it took.
  package var milliseconds: Int
  /// The entry of the decision log.
  package var decisionID: String?
}
