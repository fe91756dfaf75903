import Glibc

/// Finds bytes in bytes.
struct ByteSearch {
  private let wanted: [UInt8]

  /// Looks for these bytes, at least one.
  init(_ wanted: [UInt8]) {
    self.wanted = wanted
  }

  /// Where they begin, from left to right, without overlaps.
  func places(in bytes: [UInt8]) -> [Int] {
    bytes.withUnsafeBytes { all in
      wanted.withUnsafeBytes { wanted in
        var places: [Int] = []
        guard let base = all.baseAddress, let needle = wanted.baseAddress else { return places }
        var at = 0
        while at + wanted.count <= all.count,
          let found = memchr(base + at, Int32(wanted[0]), all.count - wanted.count - at + 1)
        {
          let place = UnsafeRawPointer(found) - base
          let isHere = memcmp(found, needle, wanted.count) == 0
          if isHere { places.append(place) }
          at = place + (isHere ? wanted.count : 1)
        }
        return places
      }
    }
  }
}
