/// A rule pack as its authors wrote it, read and found free of faults.
package struct RulePack: Sendable {
  /// The pack's name, version, scoring, categories and references.
  package var manifest: PackManifest
  /// The word lists, by id in byte order.
  package var lists: [WordList]
  /// The named readings of a post.
  package var scopes: [Scope]
  /// The dated periods.
  package var calendars: [Calendar]
  /// The rules, by id in byte order.
  package var rules: [Rule]

  /// Gathers the parts of a pack.
  package init(
    manifest: PackManifest, lists: [WordList], scopes: [Scope], calendars: [Calendar],
    rules: [Rule]
  ) {
    self.manifest = manifest
    self.lists = lists
    self.scopes = scopes
    self.calendars = calendars
    self.rules = rules
  }
}
