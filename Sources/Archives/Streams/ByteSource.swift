/// Bytes that come one chunk after another.
package protocol ByteSource: AnyObject {
  /// The next bytes; none at the end. After a failure the source is at its end.
  func read() throws(ArchiveFailure) -> [UInt8]

  /// How much of the source has been read, 0 to 1; `nil` when that cannot be told.
  var share: Double? { get }
}

extension ByteSource {
  /// Not told.
  package var share: Double? { nil }
}
