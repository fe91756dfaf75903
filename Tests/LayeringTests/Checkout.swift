import Foundation

/// The files of the checkout that the tests were built from.
enum Checkout {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Whether a file is there.
  static func contains(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// The bytes of a file.
  static func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appendingPathComponent(path)))
  }

  /// The paths of all files under a folder, at any depth.
  static func files(under folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path)
      .map { folder + "/" + $0 }
      .filter { !isFolder($0) }
  }

  /// The names of what stands at the top.
  static func topLevel() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.path)
  }

  /// The names of the folders that stand directly in a folder.
  static func folders(in folder: String) throws -> Set<String> {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent(folder).path)
    return Set(names.filter { isFolder(folder + "/" + $0) })
  }

  private static func isFolder(_ path: String) -> Bool {
    let values = try? root.appendingPathComponent(path).resourceValues(forKeys: [.isDirectoryKey])
    return values?.isDirectory ?? false
  }
}
