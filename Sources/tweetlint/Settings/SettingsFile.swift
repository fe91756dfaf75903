import Files
import Glibc
import PreSend

/// Finds the settings file that is in force: the first of option, environment, folders, home.
enum SettingsFile {
  /// The name of the file in a folder of drafts.
  static let name = ".tweetlint.yaml"
  /// The variable that names a settings file.
  static let variable = "TWEETLINT_CONFIG"

  /// The path of the file, or `nil` when there is none.
  ///
  /// The current folder and those above it are looked in, up to the root of a repository or the home folder;
  /// then `tweetlint/config.yaml` in the user's folder for settings. Files are not merged.
  ///
  /// - Throws: When somebody else has put the file above the current folder.
  static func path(option: String?) throws(CommandFault) -> String? {
    if let option { return option }
    if let named = Environment[variable], !named.isEmpty { return named }
    let home = Environment["HOME"]
    if let current = Folder.current, let found = nearest(from: current, home: home) {
      guard isTrusted(found) else {
        throw .message(
          "\(found) belongs neither to you nor to whoever owns this folder, so its settings are not followed. If they "
            + "are to hold, name the file by --config or \(variable).")
      }
      return found
    }
    let own = UserFolder.settings.path(environment: Environment.value).map { $0 + "/config.yaml" }
    return own.flatMap { isThere($0) ? $0 : nil }
  }

  private static func nearest(from folder: String, home: String?) -> String? {
    var folder = folder
    var isCurrent = true
    while true {
      let path = folder == "/" ? "/" + name : folder + "/" + name
      // The file beside the drafts is named as people would name it, without the way there.
      if isThere(path) { return isCurrent ? name : path }
      if folder == home || isThere(folder + "/.git") { return nil }
      guard let parent = Folder.parent(of: folder), parent != folder else { return nil }
      folder = parent
      isCurrent = false
    }
  }

  /// Whether a file belongs to who runs the program, to root, or to who owns the current folder.
  ///
  /// Without a repository or a home folder the way up leads to folders that everybody can write to.
  private static func isTrusted(_ path: String) -> Bool {
    var (file, folder) = (stat(), stat())
    guard lstat(path, &file) == 0, stat(".", &folder) == 0 else { return true }
    return [geteuid(), 0, folder.st_uid].contains(file.st_uid)
  }

  /// Whether something has that name; a link that leads nowhere counts, so that it is told and not passed over.
  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
