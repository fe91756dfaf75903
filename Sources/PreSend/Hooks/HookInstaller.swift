/// Puts hooks into a folder and takes them out again; what was there before is kept and goes on being run.
package struct HookInstaller: Sendable {
  /// What is put after the name of a hook that was there before.
  static let legacy = ".legacy"

  /// The folder.
  let folder: String
  /// The path of this program.
  let program: String

  /// Takes a folder of hooks and the program that they are to call.
  package init(folder: String, program: String) {
    self.folder = folder
    self.program = program
  }

  /// How a hook stands.
  package enum State: Equatable, Sendable {
    /// Ours, and what it stands in for when there is something.
    case installed(keeps: String?)
    /// Ours, but it calls another program than this one.
    case outdated
    /// Somebody else's.
    case foreign
    /// None.
    case missing
    /// Something that would not be run, and why.
    case unsafe(HookFault)
  }

  /// How a kind of hook stands in the folder.
  package func state(of kind: HookKind) -> State {
    let path = path(of: kind)
    guard HookFile.exists(path) else { return .missing }
    do throws(HookFault) {
      try HookFile.checkFolder(folder)
      try HookFile.check(path)
      let bytes = try HookFile.read(path)
      guard HookShim.isOurs(bytes) else { return .foreign }
      guard bytes == HookShim.bytes(kind, program: program) else { return .outdated }
      let kept = path + Self.legacy
      return .installed(keeps: HookFile.exists(kept) ? kept : nil)
    } catch {
      return .unsafe(error)
    }
  }

  /// Installs a hook, and gives back where one that was there is kept.
  package func install(_ kind: HookKind) throws(HookFault) -> String? {
    try HookFile.makeFolder(folder)
    try HookFile.checkFolder(folder)
    let path = path(of: kind)
    var kept: String?
    if HookFile.exists(path), !HookShim.isOurs(try HookFile.read(path)) {
      let aside = path + Self.legacy
      if HookFile.exists(aside) { throw .inTheWay(aside) }
      kept = aside
    }
    try HookFile.write(HookShim.bytes(kind, program: program), to: path, keeping: kept)
    return kept
  }

  /// Takes a hook of ours away and puts back what it stood in for; false when there is none of ours.
  package func uninstall(_ kind: HookKind) throws(HookFault) -> Bool {
    let path = path(of: kind)
    guard HookFile.exists(path), HookShim.isOurs(try HookFile.read(path)) else { return false }
    let aside = path + Self.legacy
    if HookFile.exists(aside) {
      try HookFile.move(aside, to: path)
    } else {
      try HookFile.remove(path)
    }
    return true
  }

  private func path(of kind: HookKind) -> String {
    folder + "/" + kind.rawValue
  }
}
