import Files

extension Folder {
  /// The names in a folder that a command was given.
  static func listing(of path: String) throws(CommandFault) -> [String] {
    do throws(SystemFault) {
      return try names(in: path)
    } catch {
      throw .message("the folder \(path) cannot be read: \(error.words)")
    }
  }
}
