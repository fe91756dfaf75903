/// Measures posts; keep one and use it again, for it keeps its buffers.
package struct LengthMeter: Sendable {
  /// The limits that are measured against.
  package let limits: LengthLimits

  private var scanner = EntityScanner()
  private var links: [Entity] = []
  private var normaliser = Normaliser(.canonical)
  private var normal: [UInt8] = []

  /// Makes a meter for some limits.
  package init(_ limits: LengthLimits = .version3) {
    self.limits = limits
  }

  /// Measures a post.
  ///
  /// - Parameter bytes: Valid UTF-8.
  /// - Returns: The length of the text's canonical composition (NFC), in which networks count.
  package mutating func measure(_ bytes: UnsafeBufferPointer<UInt8>) -> WeightedLength {
    let units = UTF16Length.of(bytes, bytes.indices)
    guard !isComposed(bytes) else { return weigh(bytes, units: units) }
    compose(bytes)
    let text = normal
    return text.withUnsafeBufferPointer { weigh($0, units: units) }
  }

  // True when every scalar is inert, as nearly all text is.
  private func isComposed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < bytes.count {
      // Below U+0300 text is its own normal form.
      guard bytes[place] >= 0xCC else {
        place &+= 1
        continue
      }
      let (scalar, length) = UTF8Scalars.decode(bytes, at: place)
      guard ScalarProperties(of: scalar).contains(.canonicallyInert) else { return false }
      place &+= length
    }
    return true
  }

  private mutating func compose(_ bytes: UnsafeBufferPointer<UInt8>) {
    normal.removeAll(keepingCapacity: true)
    var run: [UInt32] = []
    var place = 0
    while place < bytes.count {
      let (scalar, length) = UTF8Scalars.decode(bytes, at: place)
      if Normaliser.isBoundary(scalar, .canonical) { close(&run) }
      run.append(scalar)
      place += length
    }
    close(&run)
  }

  private mutating func close(_ run: inout [UInt32]) {
    if run.count == 1, Normaliser.isInert(run[0], .canonical) {
      UTF8Scalars.append(run[0], to: &normal)
    } else if !run.isEmpty {
      normaliser.normalise(run)
      for scalar in normaliser.scalars { UTF8Scalars.append(scalar, to: &normal) }
    }
    run.removeAll(keepingCapacity: true)
  }

  private mutating func weigh(
    _ bytes: UnsafeBufferPointer<UInt8>, units: Int
  ) -> WeightedLength {
    scanner.scanLinks(bytes, into: &links)
    var tally = LengthTally(limits)
    var place = 0
    for link in links {
      tally.add(bytes, place..<link.range.lowerBound)
      let linkUnits = UTF16Length.of(bytes, link.range)
      tally.add(limits.linkLength * limits.scale, units: linkUnits)
      place = link.range.upperBound
    }
    tally.add(bytes, place..<bytes.count)
    return tally.result(units: units)
  }
}
