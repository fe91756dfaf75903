/// Why what is below a folder could not be listed.
package struct FolderFault: Error, Equatable {
  /// The folder that could not be read.
  package let path: String
  /// Why.
  package let reason: SystemFault
}
