/// The value of a header with parameters, such as `text/plain; charset=utf-8`.
struct HeaderValue {
  /// What stands in front, in small letters.
  let value: String
  /// The parameters; their names are in small letters.
  let parameters: [String: String]

  /// Reads a value; fails when it is broken, or names a parameter twice.
  init?(_ bytes: some Collection<UInt8>) {
    var scanner = Scanner(bytes: Array(bytes))
    scanner.skipBlanks()
    value = scanner.token(until: [UInt8(ascii: ";")]).lowercased()
    var parameters: [String: String] = [:]
    while let parameter = scanner.parameter() {
      guard parameters.updateValue(parameter.value, forKey: parameter.name) == nil else {
        return nil
      }
    }
    guard scanner.isAtEnd, !value.isEmpty else { return nil }
    self.parameters = parameters
  }

  /// True for text in UTF-8, or in ASCII, which is the same.
  var isPlainText: Bool { value == "text/plain" && isUnicode }

  /// True when no other character set is named than UTF-8 or ASCII.
  var isUnicode: Bool {
    ["utf-8", "utf8", "us-ascii"].contains(parameters["charset"]?.lowercased() ?? "utf-8")
  }

  /// Walks over the value.
  private struct Scanner {
    let bytes: [UInt8]
    var at = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    var isAtEnd: Bool { at == bytes.count }

    mutating func skipBlanks() {
      while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    }

    mutating func token(until ends: [UInt8]) -> String {
      let rest = bytes[at...].prefix { byte in
        !ends.contains(byte) && byte > 0x20 && byte != UInt8(ascii: "\"")
      }
      at = rest.endIndex
      skipBlanks()
      return String(decoding: rest, as: UTF8.self)
    }

    /// The next `; name=value`; `nil` at the end and where something else stands.
    mutating func parameter() -> (name: String, value: String)? {
      let start = at
      guard at < bytes.count, bytes[at] == UInt8(ascii: ";") else { return nil }
      at += 1
      skipBlanks()
      if isAtEnd { return nil }
      let name = token(until: [UInt8(ascii: "="), UInt8(ascii: ";")]).lowercased()
      guard !name.isEmpty, at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
        at = start
        return nil
      }
      at += 1
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        return (name, token(until: [UInt8(ascii: ";")]))
      }
      guard let value = quoted() else {
        at = start
        return nil
      }
      return (name, value)
    }

    /// A quoted value; one with a backslash is read in different ways by different servers, so it counts as broken.
    private mutating func quoted() -> String? {
      let inner = bytes[(at + 1)...].prefix { $0 != UInt8(ascii: "\"") }
      guard inner.endIndex < bytes.count, !inner.contains(UInt8(ascii: "\\")) else { return nil }
      at = inner.endIndex + 1
      skipBlanks()
      return String(decoding: inner, as: UTF8.self)
    }
  }
}
