import Gateway

/// A host and a port, as in `127.0.0.1:3001` or `[::1]:3001`.
struct ListeningPlace: Equatable {
  /// The host, without brackets.
  let host: String
  /// The port; 0 for one that is free.
  let port: Int

  /// Reads a place; fails when host or port is missing.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")),
      let port = Int(String(decoding: bytes[(colon + 1)...], as: UTF8.self)),
      (0...65_535).contains(port)
    else { return nil }
    var host = bytes[..<colon]
    if host.first == UInt8(ascii: "["), host.last == UInt8(ascii: "]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(UInt8(ascii: ":")) {
      return nil
    }
    guard !host.isEmpty else { return nil }
    self.host = String(decoding: host, as: UTF8.self)
    self.port = port
  }

  /// Whether an address leads to this place, as far as names tell.
  func isReached(by address: UpstreamAddress) -> Bool {
    let own: Set<String> = ["localhost", "127.0.0.1", "::1", "0.0.0.0", "::"]
    let isSameHost =
      address.host == host || own.contains(address.host) && own.contains(host)
    return address.port == port && isSameHost
  }
}
