import Archives

extension ArchiveInput.Options {
  /// The options that are given and that no input of these formats has a use for, in words.
  func withoutEffect(on formats: Set<InputFormat>) -> [String] {
    let tables: Set<InputFormat> = [.csv, .jsonl]
    // Drafts have one way to write a date; only mapped JSON Lines come with others.
    let dated: Set<InputFormat> = mapping == nil ? [.csv] : tables
    let given: [(isGiven: Bool, option: String, formats: Set<InputFormat>)] = [
      (mapping != nil, "--map", tables), (dateOrder != nil, "--date-format", dated),
      (includesPrivate, "--include-private", [.xArchive, .mastodon]),
    ]
    return given.filter { $0.isGiven && $0.formats.isDisjoint(with: formats) }.map {
      "\($0.option) has no effect here: it is for \(Self.list($0.formats)), "
        + "and what is read is \(Self.list(formats))"
    }
  }

  private static func list(_ formats: Set<InputFormat>) -> String {
    InputFormat.allCases.filter(formats.contains).map(\.rawValue).joined(separator: " and ")
  }
}
