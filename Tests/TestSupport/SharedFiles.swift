import Foundation

/// Finds the corpora that lie beside the checkout and are no part of it.
package enum SharedFiles {
  /// The path of a file or folder under `shared`, or `nil` where it is absent.
  ///
  /// The folder is looked for in each folder above this file; `TWEETLINT_SHARED` overrides.
  ///
  /// - Parameter name: The path within `shared`.
  /// - Returns: The whole path.
  package static func path(_ name: String) -> String? {
    var folders: [String] = []
    if let folder = ProcessInfo.processInfo.environment["TWEETLINT_SHARED"] {
      folders = [folder]
    } else {
      var folder = URL(fileURLWithPath: #filePath)
      while folder.path != "/" {
        folder.deleteLastPathComponent()
        folders.append(folder.appendingPathComponent("shared").path)
      }
    }
    return folders.map { $0 + "/" + name }.first(where: FileManager.default.fileExists)
  }
}
