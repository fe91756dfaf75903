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
  static func path(option: String?) -> String? {
    if let option { return option }
    if let named = Environment[variable], !named.isEmpty { return named }
    let home = Environment["HOME"]
    if let found = Folder.current.flatMap({ nearest(from: $0, home: home) }) { return found }
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

  /// Whether something has that name; a link that leads nowhere counts, so that it is told and not passed over.
  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
