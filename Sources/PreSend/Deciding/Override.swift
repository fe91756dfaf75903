/// What an author gives for sending a post although something was found in it.
package struct Override: Sendable, Equatable {
  /// Why.
  package var reason: String?
  /// The second person who agrees.
  package var approver: String?

  /// Gathers what is given.
  package init(reason: String? = nil, approver: String? = nil) {
    self.reason = reason
    self.approver = approver
  }

  /// True when the reason says something.
  package var hasReason: Bool {
    let words = (reason ?? "").unicodeScalars.filter { !$0.properties.isWhitespace }
    return words.count >= SendPolicy.shortestReason
  }
}
