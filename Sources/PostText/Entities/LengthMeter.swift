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
    // Below U+0300 text is its own normal form.
    guard bytes.contains(where: { $0 >= 0xCC }) else { return weigh(bytes, units: units) }
    compose(bytes)
    let text = normal
    return text.withUnsafeBufferPointer { weigh($0, units: units) }
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

  // Places are in UTF-16 code units of the normal form; what normalisation took or added is then
  // set against the end, which is how X gives the place in the text as it was written.
  private mutating func weigh(
    _ bytes: UnsafeBufferPointer<UInt8>, units: Int
  ) -> WeightedLength {
    scanner.scanLinks(bytes, into: &links)
    var (weight, place, unit, validEnd, link) = (0, 0, 0, 0, 0)
    var isValid = true
    while place < bytes.count {
      let start = place
      if link < links.count, links[link].range.lowerBound == place {
        weight += limits.linkLength * limits.scale
        place = links[link].range.upperBound
        link += 1
      } else if limits.countsEmojiAsOne, let end = EmojiScanner.end(bytes, at: place) {
        weight += limits.defaultWeight
        place = end
      } else {
        let (scalar, length) = UTF8Scalars.decode(bytes, at: place)
        weight += limits.weight(of: scalar)
        place += length
        isValid = isValid && !TextClasses.isInvalid(scalar)
      }
      unit += UTF16Length.of(bytes, start..<place)
      if isValid, weight <= limits.maximum * limits.scale { validEnd = unit }
    }
    let length = weight / limits.scale
    return WeightedLength(
      length: length, permillage: length * 1000 / limits.maximum,
      isValid: isValid && length > 0 && length <= limits.maximum, displayRange: 0..<units,
      validRange: 0..<max(0, validEnd + units - unit))
  }
}
