extension LinkPass {
  private static let longestLink = 4096
  private static let longestShortener = 40
  // No link of so few bytes can be too long, whatever its host becomes in Punycode.
  private static let shortLink = 1000

  /// Reads on from a host and adds what makes a link of it.
  mutating func take(_ host: Range<Int>, _ opening: Opening, into links: inout [Entity]) {
    let port = portEnd(at: host.upperBound)
    let path = pathEnd(at: port)
    let end = queryEnd(at: path ?? port)
    matched = end
    switch opening {
    case .barred: return
    case .bare:
      guard isResolvable(host.lowerBound..<end, host: host, scheme: 8) else { return }
      addBare(host, end: path == nil ? nil : end, into: &links)
    case .scheme(let start):
      guard isResolvable(start..<end, host: host, scheme: host.lowerBound - start) else { return }
      let link = isShortener(host) ? shortened(host, path: path, end: end) : end
      if let link { links.append(Entity(.link, start..<link, name: host)) }
    }
  }

  // Without a scheme only the parts of a host that are written in Latin letters make links; the
  // last of them gets the path.
  private mutating func addBare(_ host: Range<Int>, end: Int?, into links: inout [Entity]) {
    var last: Range<Int>?
    while let domain = latinDomain(in: (last?.upperBound ?? host.lowerBound)..<host.upperBound) {
      if let last { links.append(Entity(.link, last, name: last)) }
      last = domain
    }
    if let last {
      links.append(Entity(.link, last.lowerBound..<(end ?? last.upperBound), name: last))
    }
  }

  // The first domain in a host that is written in Latin letters.
  private mutating func latinDomain(in host: Range<Int>) -> Range<Int>? {
    var place = host.lowerBound
    while place < host.upperBound {
      let (chainEnd, domainEnd) = latinChain(at: place, limit: host.upperBound)
      effort += chainEnd - place
      if let domainEnd { return place..<domainEnd }
      place = max(chainEnd, place + UTF8Scalars.decode(bytes, at: place).length)
    }
    return nil
  }

  // Latin labels from a place on, and the end of the last top-level domain after one of them.
  private func latinChain(at start: Int, limit: Int) -> (end: Int, domainEnd: Int?) {
    var place = start
    var labelStart = start
    var domainEnd: Int?
    while place < limit {
      let (scalar, length) = UTF8Scalars.decode(bytes, at: place)
      if scalar == UInt32(UInt8(ascii: ".")), place > labelStart {
        domainEnd = TopLevelDomains.end(bytes, at: place + 1, limit: limit) ?? domainEnd
        labelStart = place + 1
      } else {
        guard isLatin(scalar) else { break }
      }
      place += length
    }
    return (place, domainEnd)
  }

  private func isLatin(_ scalar: UInt32) -> Bool {
    guard let byte = UInt8(exactly: scalar), byte < 0x80 else {
      return TextClasses.isAccentedLatin(scalar)
    }
    return TextClasses.isAlphanumeric(byte) || byte == UInt8(ascii: "-")
  }

  private func isShortener(_ host: Range<Int>) -> Bool {
    host.count == 4 && bytes[host.lowerBound] | 0x20 == UInt8(ascii: "t")
      && bytes[host.lowerBound + 1] == UInt8(ascii: ".")
      && bytes[host.lowerBound + 2] | 0x20 == UInt8(ascii: "c")
      && bytes[host.lowerBound + 3] | 0x20 == UInt8(ascii: "o")
  }

  // X's own shortener has letters and digits for a path, at most forty, and may have a query.
  private mutating func shortened(_ host: Range<Int>, path: Int?, end: Int) -> Int? {
    guard path != nil, bytes[host.upperBound] == UInt8(ascii: "/") else { return end }
    let start = host.upperBound + 1
    var slug = start
    while slug < end, TextClasses.isAlphanumeric(bytes[slug]) { slug += 1 }
    guard slug > start else { return end }
    return slug - start > Self.longestShortener ? nil : queryEnd(at: slug)
  }

  // A host that is marked as encoded but has no Latin domain cannot be looked up.
  private mutating func isResolvable(_ link: Range<Int>, host: Range<Int>, scheme: Int) -> Bool {
    if Punycode.isMarked(bytes, host), latinDomain(in: host) == nil { return false }
    guard let encoded = Punycode.hostLength(bytes, host) else { return false }
    if link.count < Self.shortLink { return true }
    let length = UTF16Length.of(bytes, link) - UTF16Length.of(bytes, host) + encoded
    return scheme + length <= Self.longestLink
  }
}
