/// Looks for YAML aliases before the parser follows them.
///
/// Aliases of aliases grow without bounds, and the parser follows them; so a file that uses one is turned
/// away unread.
enum AliasScan {
  /// The first alias of a name that an anchor gives, with its place, or `nil` when there is none.
  static func alias(in source: SourceText) -> (name: String, place: SourcePlace)? {
    var anchors: Set<String> = []
    var aliases: [(name: String, place: SourcePlace)] = []
    for (index, line) in source.lines.enumerated() {
      for column in line.indices where line[column] == "&" || line[column] == "*" {
        let name = line[(column + 1)...].prefix(while: isName)
        guard !name.isEmpty, column == 0 || startsToken(after: line[column - 1]) else { continue }
        let text = String(String.UnicodeScalarView(name))
        if line[column] == "&" {
          anchors.insert(text)
        } else {
          aliases.append((text, source.place(line: index + 1, column: column + 1)))
        }
      }
    }
    return aliases.first { anchors.contains($0.name) }
  }

  private static func startsToken(after scalar: Unicode.Scalar) -> Bool {
    ["\t", " ", "[", "{", ",", ":", "?", "-"].contains(scalar)
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }
}
