/// The lines in front of a part of a form: its name, and whether it is a file.
struct PartHead {
  /// The name of the field.
  let name: String
  /// True when the part is a file.
  let isFile: Bool

  /// Reads the lines of a part; fails when they are not as ordinary clients write them.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var disposition: HeaderValue?
    var type: HeaderValue?
    var seen: Set<String> = []
    for line in Self.lines(of: text) {
      let name = line.prefix { $0 != UInt8(ascii: ":") }
      let key = String(decoding: name, as: UTF8.self).lowercased()
      guard name.endIndex < line.endIndex, seen.insert(key).inserted,
        let value = HeaderValue(line[(name.endIndex + 1)...])
      else { return nil }
      switch key {
      case "content-disposition": disposition = value
      case "content-type": type = value
      case "content-length": break
      case "content-transfer-encoding":
        guard ["7bit", "8bit", "binary"].contains(value.value) else { return nil }
      default: return nil
      }
    }
    guard let disposition, disposition.value == "form-data",
      let name = disposition.parameters["name"],
      Set(disposition.parameters.keys).isSubset(of: ["name", "filename", "filename*"])
    else { return nil }
    self.name = name
    isFile = disposition.parameters.count > 1
    if !isFile, let type, !type.isPlainText { return nil }
  }

  private static func lines(of text: String) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    let bytes = Array(text.utf8)
    var start = 0
    for place in ByteSearch(Array("\r\n".utf8)).places(in: bytes) {
      lines.append(bytes[start..<place])
      start = place + 2
    }
    return lines + [bytes[start...]]
  }
}
