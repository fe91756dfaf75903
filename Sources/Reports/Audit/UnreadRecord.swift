/// A record that could not be read, where it stands, and why.
package struct UnreadRecord: Sendable, Equatable {
  /// Its place in the order of reading.
  package let index: Int
  /// Where it stands, in words.
  package let place: String
  /// Why it could not be read.
  package let failure: Record.Failure

  /// Names a record's place, and why it could not be read.
  init(index: Int, place: String, failure: Record.Failure) {
    self.index = index
    self.place = place
    self.failure = failure
  }
}
