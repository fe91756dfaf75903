/// Bytes that come one chunk after another.
package protocol ByteSource: AnyObject {
  /// The next bytes; none at the end. After a failure the source is at its end.
  func read() throws(ArchiveFailure) -> [UInt8]
}
