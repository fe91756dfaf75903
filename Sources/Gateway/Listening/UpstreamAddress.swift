/// Where requests go: the scheme, the host and the port of a server.
package struct UpstreamAddress: Sendable, Equatable {
  /// True for `https`.
  package let isSecure: Bool
  /// The name or the address of the server, without brackets.
  package let host: String
  /// The port of the server.
  package let port: Int

  /// Reads a URL such as `https://mastodon.example`, without a path, a query or a user.
  package init(_ url: String) throws(GatewayFault) {
    let bytes = Array(url.utf8)
    let schemes = [(Array("https://".utf8), true, 443), (Array("http://".utf8), false, 80)]
    guard let (scheme, isSecure, usual) = schemes.first(where: { bytes.starts(with: $0.0) }) else {
      throw .upstream("the address of the server must begin with https:// or http://")
    }
    var rest = bytes[scheme.count...]
    if rest.last == UInt8(ascii: "/") { rest = rest.dropLast() }
    guard let (host, port) = Self.hostAndPort(rest, usual: usual) else {
      throw .upstream(
        "the address of the server must be a host and perhaps a port, such as "
          + "https://mastodon.example or http://127.0.0.1:3000, and nothing after it")
    }
    self.isSecure = isSecure
    self.host = host
    self.port = port
  }

  /// The address as a URL.
  package var url: String { "\(isSecure ? "https" : "http")://\(authority)" }

  /// What a request's `Host` says.
  var authority: String {
    let name = isIPv6 ? "[\(host)]" : host
    return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
  }

  /// The name that a certificate must have; `nil` for an address in digits, which is checked by itself.
  var serverName: String? {
    let isDigits = host.utf8.allSatisfy { $0 == UInt8(ascii: ".") || $0.isDigit }
    return isDigits || isIPv6 ? nil : host
  }

  private var isIPv6: Bool { host.utf8.contains(UInt8(ascii: ":")) }

  private static func hostAndPort(_ bytes: ArraySlice<UInt8>, usual: Int) -> (String, Int)? {
    var name = bytes
    var port = usual
    let end = bytes.lastIndex(of: UInt8(ascii: "]"))
    if let colon = bytes.lastIndex(of: UInt8(ascii: ":")), colon > end ?? bytes.startIndex {
      guard let number = Int(String(decoding: bytes[(colon + 1)...], as: UTF8.self)),
        (1...65_535).contains(number)
      else { return nil }
      name = bytes[..<colon]
      port = number
    }
    if end != nil {
      guard name.first == UInt8(ascii: "["), name.last == UInt8(ascii: "]") else { return nil }
      name = name.dropFirst().dropLast()
      guard name.allSatisfy({ $0.isHexDigit || $0 == UInt8(ascii: ":") }) else { return nil }
    } else {
      guard
        name.allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
      else { return nil }
    }
    return name.isEmpty ? nil : (String(decoding: name, as: UTF8.self), port)
  }
}
