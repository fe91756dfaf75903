/// Adds up the weight of a post piece by piece.
struct LengthTally {
  private let limits: LengthLimits
  private let greatest: Int
  private var weight = 0
  private var units = 0
  private var validEnd = 0
  private var isValid = true

  /// Starts at nothing.
  init(_ limits: LengthLimits) {
    self.limits = limits
    greatest = limits.maximum * limits.scale
  }

  /// Adds a piece that counts as a whole.
  mutating func add(_ pieceWeight: Int, units pieceUnits: Int) {
    weight += pieceWeight
    units += pieceUnits
    if isValid, weight <= greatest { validEnd = units }
  }

  /// Adds text without links.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let ascii = limits.weight(of: 0)
    var place = range.lowerBound
    while place < range.upperBound {
      let plain = plainEnd(bytes, place..<range.upperBound)
      if plain > place {
        addPlain(plain - place, each: ascii)
        place = plain
      } else if limits.countsEmojiAsOne, let end = EmojiScanner.end(bytes, at: place) {
        add(limits.defaultWeight, units: UTF16Length.of(bytes, place..<end))
        place = end
      } else {
        let (scalar, length) = UTF8Scalars.decode(bytes, at: place)
        isValid = isValid && !TextClasses.isInvalid(scalar)
        add(limits.weight(of: scalar), units: length == 4 ? 2 : 1)
        place += length
      }
    }
  }

  // ASCII characters all weigh the same; the last before another scalar may begin a key cap.
  private func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.lowerBound
    while end < range.upperBound, bytes[end] < 0x80 { end &+= 1 }
    return end == bytes.count || end == range.lowerBound ? end : end &- 1
  }

  private mutating func addPlain(_ count: Int, each: Int) {
    let fitting = min(count, max(0, greatest - weight) / each)
    if isValid, fitting > 0 { validEnd = units + fitting }
    weight += count * each
    units += count
  }

  /// The length of all that was added.
  ///
  /// Places are in UTF-16 code units of the normal form; what normalisation took or added is set
  /// against the end, which is how X gives the place in the text as it was written.
  ///
  /// - Parameter written: The code units of the text as it was written.
  /// - Returns: The length and what fits of it.
  func result(units written: Int) -> WeightedLength {
    let length = weight / limits.scale
    return WeightedLength(
      length: length, permillage: length * 1000 / limits.maximum,
      isValid: isValid && length > 0 && length <= limits.maximum, displayRange: 0..<written,
      validRange: 0..<max(0, validEnd + written - units))
  }
}
