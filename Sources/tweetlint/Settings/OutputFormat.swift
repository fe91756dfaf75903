/// The forms that results are printed in.
enum OutputFormat: String, CaseIterable {
  /// Words for people.
  case text
  /// The schema `tweetlint.result/1`.
  case json
  /// The Static Analysis Results Interchange Format 2.1.0.
  case sarif
  /// Workflow commands of GitHub.
  case github
}

/// When colours are used.
enum ColourChoice: String, CaseIterable {
  /// On a terminal, unless the environment asks for none.
  case auto
  case always, never
}
