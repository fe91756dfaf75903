/// The folders in which a program keeps what is a user's own, as freedesktop.org's base directories have them.
package enum UserFolder: String {
  /// The folder for settings.
  case settings = "XDG_CONFIG_HOME"
  /// The folder for what is to be kept and is no setting.
  case state = "XDG_STATE_HOME"

  /// The folder of this program; `nil` when the environment names neither it nor a home.
  ///
  /// A relative path counts for nothing, since it would lead elsewhere from every folder.
  package func path(environment: (String) -> String?) -> String? {
    func absolute(_ name: String) -> String? {
      environment(name).flatMap { $0.utf8.first == UInt8(ascii: "/") ? $0 : nil }
    }
    let usual = self == .settings ? "/.config" : "/.local/state"
    let folder = absolute(rawValue) ?? absolute("HOME").map { $0 + usual }
    return folder.map { $0 + "/tweetlint" }
  }
}
