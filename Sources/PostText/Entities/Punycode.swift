/// How long a host becomes when it is encoded for the domain name system (RFC 3492).
enum Punycode {
  private static let longestLabel = 63
  private static let base = 36
  private static let lowest = 1
  private static let highest = 26

  /// True when a host begins as encoded ones do.
  static func isMarked(_ bytes: UnsafeBufferPointer<UInt8>, _ host: Range<Int>) -> Bool {
    let prefix: StaticString = "xn--"
    return host.count >= 4
      && (0..<4).allSatisfy { bytes[host.lowerBound + $0] | 0x20 == prefix.utf8Start[$0] }
  }

  /// The length of an encoded host, or `nil` when the host cannot be encoded.
  static func hostLength(_ bytes: UnsafeBufferPointer<UInt8>, _ host: Range<Int>) -> Int? {
    var length = 0
    var start = host.lowerBound
    for place in host where bytes[place] == UInt8(ascii: ".") {
      guard let label = labelLength(bytes, start..<place) else { return nil }
      length += label + 1
      start = place + 1
    }
    guard let label = labelLength(bytes, start..<host.upperBound) else { return nil }
    return length + label
  }

  // Every scalar takes at least one character, so long labels need not be encoded to be refused.
  private static func labelLength(
    _ bytes: UnsafeBufferPointer<UInt8>, _ label: Range<Int>
  ) -> Int? {
    guard label.contains(where: { bytes[$0] >= 0x80 }) else {
      return (1...longestLabel).contains(label.count) ? label.count : nil
    }
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: longestLabel) { scalars in
      var length = 0
      var count = 0
      var place = label.lowerBound
      while place < label.upperBound {
        let (scalar, size) = UTF8Scalars.decode(bytes, at: place)
        place += size
        // Ideographic and other full stops divide a label further.
        if scalar == 0x3002 || scalar == 0xFF0E || scalar == 0xFF61 {
          length += encodedLength(UnsafeBufferPointer(rebasing: scalars[..<count])) + 1
          count = 0
        } else {
          guard count < longestLabel else { return nil }
          scalars[count] = scalar
          count += 1
        }
      }
      length += encodedLength(UnsafeBufferPointer(rebasing: scalars[..<count]))
      return (1...longestLabel).contains(length) ? length : nil
    }
  }

  private static func encodedLength(_ scalars: UnsafeBufferPointer<UInt32>) -> Int {
    let basic = scalars.count { $0 < 0x80 }
    guard basic < scalars.count else { return basic }
    var length = 4 + basic + (basic > 0 ? 1 : 0)
    var (next, delta, bias, handled) = (UInt32(0x80), 0, 72, basic)
    while handled < scalars.count {
      var smallest = UInt32.max
      for scalar in scalars where scalar >= next { smallest = min(smallest, scalar) }
      delta += Int(smallest - next) * (handled + 1)
      next = smallest
      for scalar in scalars {
        if scalar < next { delta += 1 }
        guard scalar == next else { continue }
        length += digits(of: delta, bias: bias)
        bias = adapted(delta, handled: handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return length
  }

  private static func digits(of delta: Int, bias: Int) -> Int {
    var (rest, step, count) = (delta, base, 1)
    while true {
      let threshold = min(max(step - bias, lowest), highest)
      if rest < threshold { return count }
      rest = (rest - threshold) / (base - threshold)
      step += base
      count += 1
    }
  }

  private static func adapted(_ delta: Int, handled: Int, isFirst: Bool) -> Int {
    var rest = isFirst ? delta / 700 : delta / 2
    rest += rest / handled
    var step = 0
    while rest > (base - lowest) * highest / 2 {
      rest /= base - lowest
      step += base
    }
    return step + (base - lowest + 1) * rest / (rest + 38)
  }
}
