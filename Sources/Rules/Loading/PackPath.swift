/// What a file of a pack is, judged by its path alone.
enum PackPath: Equatable {
  /// `pack.yaml`.
  case manifest
  /// `scopes.yaml`, or a file of the folder `scopes`.
  case scopes
  /// A word list with the id that its name gives.
  case list(String)
  /// A calendar with the id that its name gives.
  case calendar(String)
  /// A rule with the id that its name gives.
  case rule(String)
  /// A file that is no part of the pack, such as `README.md` or anything hidden.
  case ignored
  /// A file that has no business in a pack, and what to do about it.
  case stray(hint: String)

  /// Judges a path relative to the pack's folder.
  init(_ path: String) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    let name = parts.last ?? ""
    if name == "README.md" || parts.contains(where: { $0.utf8.first == UInt8(ascii: ".") }) {
      self = .ignored
    } else if let stem = Self.stem(name) {
      self = Self.yaml(stem, parts: parts)
    } else if Self.stem(name, ending: ".yml") != nil {
      self = .stray(hint: "Let the name end in `.yaml`.")
    } else {
      self = .stray(hint: "A pack holds only `.yaml` files; move this one elsewhere.")
    }
  }

  private static func yaml(_ stem: String, parts: [String]) -> Self {
    switch (parts.count, parts[0], stem) {
    case (1, _, "pack"): .manifest
    case (1, _, "scopes"): .scopes
    case (1, _, _): .stray(hint: atTop(stem))
    case (2, "scopes", _): .scopes
    case (2, "lists", _): .list(stem)
    case (2, "calendars", _): .calendar(stem)
    case (2, let family, _) where Identifier.isValid(family): .rule(stem)
    case (2, _, _):
      .stray(hint: "Name the folder in lower-case words joined by hyphens, such as `tone`.")
    default: .stray(hint: "Folders are one level deep: `<family>/<id>.yaml`.")
    }
  }

  private static func atTop(_ stem: String) -> String {
    if let name = Nearest.to(stem, among: ["pack", "scopes"]) {
      return "Did you mean `\(name).yaml`?"
    }
    return "A rule belongs in the folder of its family, such as `tone/\(stem).yaml`."
  }

  private static func stem(_ name: String, ending: String = ".yaml") -> String? {
    let bytes = Array(name.utf8)
    guard bytes.count > ending.utf8.count,
      bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    else { return nil }
    return String(decoding: bytes.dropLast(ending.utf8.count), as: UTF8.self)
  }
}
