/// A piece of a draft as its author wrote it.
package struct Part: Sendable {
  /// The name of the part in results.
  package let name: PartName
  /// Its own bytes, in ``PostView/source``.
  package let range: Range<Int>
  /// What was counted while it was read.
  package internal(set) var measures = Measures()
}
