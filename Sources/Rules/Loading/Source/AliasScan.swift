/// Looks for YAML aliases before the parser follows them.
///
/// Aliases of aliases grow without bounds, and the parser follows them; so a file that uses one is turned
/// away unread.
enum AliasScan {
  /// The name of the first anchor that an alias refers to, or `nil` when there is none.
  static func aliasName(in text: String) -> String? {
    var anchors: Set<[Unicode.Scalar]> = []
    var aliases: [[Unicode.Scalar]] = []
    var mark: Unicode.Scalar?
    var name: [Unicode.Scalar] = []
    var previous: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      if let sign = mark {
        if isName(scalar) {
          name.append(scalar)
        } else {
          if sign == "&" { anchors.insert(name) } else { aliases.append(name) }
          mark = nil
        }
      }
      if mark == nil, scalar == "&" || scalar == "*", startsToken(after: previous) {
        mark = scalar
        name = []
      }
      previous = scalar
    }
    if mark == "*" { aliases.append(name) }
    guard let found = aliases.first(where: { !$0.isEmpty && anchors.contains($0) }) else {
      return nil
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: found)
    return String(view)
  }

  private static func startsToken(after scalar: Unicode.Scalar) -> Bool {
    ["\n", "\r", "\t", " ", "[", "{", ",", ":", "?", "-"].contains(scalar)
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }
}
