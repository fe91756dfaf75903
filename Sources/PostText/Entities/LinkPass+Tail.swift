extension LinkPass {
  /// The end of the digits of a port at a place, or the place itself.
  func portEnd(at place: Int) -> Int {
    guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else { return place }
    var end = place + 1
    while end < bytes.count, TextClasses.isDigit(bytes[end]) { end += 1 }
    return end > place + 1 ? end : place
  }

  /// The end of the path that begins with a slash at a place, or `nil`.
  mutating func pathEnd(at place: Int) -> Int? {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "/") else { return nil }
    var end = place + 1
    var next = end
    while next < bytes.count {
      let classes = ByteClasses(of: bytes[next])
      if classes.contains(.path) {
        next += 1
        if classes.contains(.pathEnd) { end = next }
        continue
      }
      let (scalar, length) = UTF8Scalars.decode(bytes, at: next)
      if scalar == UInt32(UInt8(ascii: "(")) {
        guard let close = bracketsEnd(at: next) else { break }
        next = close
        end = close
      } else {
        guard TextClasses.isPath(scalar) else { break }
        next += length
        if TextClasses.isPathEnd(scalar) { end = next }
      }
    }
    effort += next - place
    return end
  }

  // Brackets in a path may hold path characters and one more pair around path characters.
  private mutating func bracketsEnd(at open: Int) -> Int? {
    var place = pathRunEnd(at: open + 1)
    if place < bytes.count, bytes[place] == UInt8(ascii: "(") {
      let inner = pathRunEnd(at: place + 1)
      guard inner > place + 1, inner < bytes.count, bytes[inner] == UInt8(ascii: ")") else {
        return nil
      }
      place = pathRunEnd(at: inner + 1)
    } else if place == open + 1 {
      return nil
    }
    guard place < bytes.count, bytes[place] == UInt8(ascii: ")") else { return nil }
    return place + 1
  }

  private mutating func pathRunEnd(at start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let (scalar, length) = UTF8Scalars.decode(bytes, at: end)
      guard TextClasses.isPath(scalar) else { break }
      end += length
    }
    effort += end - start
    return end
  }

  /// The end of the query that begins with a question mark at a place, or the place itself.
  mutating func queryEnd(at place: Int) -> Int {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "?") else { return place }
    var end = place
    var next = place + 1
    while next < bytes.count, ByteClasses.has(bytes[next], .query) {
      next += 1
      if TextClasses.isQueryEnd(bytes[next - 1]) { end = next }
    }
    effort += next - place
    return end
  }
}
