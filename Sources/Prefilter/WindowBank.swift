internal import PCRE2

/// Looks for many class windows at once: a bit for every place of every window, moved on by shifts.
///
/// A bit is set while the text, up to the current byte, fits its window up to that place.
final class WindowBank: Sendable {
  /// A window and the pattern that it belongs to.
  struct Window {
    let pattern: Int
    let places: [ClassWindow.Place]
  }

  /// How many words of 64 places are moved on together.
  static let lanes = 2
  /// How many words the steps of all bytes fill.
  private static let stepCount = 256 * 2 * lanes
  /// How many bytes the steps of one byte fill.
  private static let stepBytes = 2 * lanes * 8

  /// For every byte the places that accept it, lane by lane, and then those that stay on it.
  private let steps: FrozenBuffer<UInt64>
  /// The first places of the windows, lane by lane.
  private let begins: FrozenBuffer<UInt64>
  /// The last places of the windows, lane by lane.
  private let ends: FrozenBuffer<UInt64>
  /// The pattern that each place belongs to, lane by lane.
  private let owners: FrozenBuffer<UInt32>
  /// The patterns of its windows.
  let patterns: FrozenBuffer<UInt32>

  /// Lays out as many windows as there is room for; the others go into further banks.
  static func banks(of windows: [Window]) -> [WindowBank] {
    var banks: [WindowBank] = []
    var rest = windows[...]
    while !rest.isEmpty {
      var starts: [(lane: Int, bit: Int)] = []
      var used = [Int](repeating: 0, count: lanes)
      for window in rest {
        guard let lane = used.firstIndex(where: { $0 + window.places.count <= 64 }) else { break }
        starts.append((lane, used[lane]))
        used[lane] += window.places.count
      }
      banks.append(WindowBank(Array(rest.prefix(starts.count)), at: starts))
      rest = rest.dropFirst(starts.count)
    }
    return banks
  }

  private init(_ windows: [Window], at starts: [(lane: Int, bit: Int)]) {
    var steps = [UInt64](repeating: 0, count: Self.stepCount)
    var begins = [UInt64](repeating: 0, count: Self.lanes)
    var ends = [UInt64](repeating: 0, count: Self.lanes)
    var owners = [UInt32](repeating: 0, count: 64 * Self.lanes)
    for (window, start) in zip(windows, starts) {
      for (index, place) in window.places.enumerated() {
        let bit = start.bit + index
        for byte in 0..<256 {
          let step = byte * 2 * Self.lanes + start.lane
          if place.accepts(UInt8(byte)) { steps[step] |= 1 << UInt64(bit) }
          if place.stays(on: UInt8(byte)) { steps[step + Self.lanes] |= 1 << UInt64(bit) }
        }
      }
      begins[start.lane] |= 1 << UInt64(start.bit)
      let last = start.bit + window.places.count - 1
      ends[start.lane] |= 1 << UInt64(last)
      owners[start.lane * 64 + last] = UInt32(window.pattern)
    }
    self.steps = FrozenBuffer(steps)
    self.begins = FrozenBuffer(begins)
    self.ends = FrozenBuffer(ends)
    self.owners = FrozenBuffer(owners)
    self.patterns = FrozenBuffer(windows.map { UInt32($0.pattern) })
  }

  // MARK: - Ready-made

  func write(to writer: inout TableWriter) {
    writer.write(steps.elements)
    writer.write(begins.elements)
    writer.write(ends.elements)
    writer.write(owners.elements)
    writer.write(patterns.elements)
  }

  /// Reads a bank that was written out; `nil` when it does not hold together.
  init?(_ reader: inout TableReader, patternCount: Int) {
    guard let steps = reader.read(UInt64.self), steps.count == Self.stepCount,
      let begins = reader.read(UInt64.self), begins.count == Self.lanes,
      let ends = reader.read(UInt64.self), ends.count == Self.lanes,
      let owners = reader.read(UInt32.self), owners.count == 64 * Self.lanes,
      owners.elements.allSatisfy({ $0 < patternCount }),
      let patterns = reader.read(UInt32.self),
      patterns.elements.allSatisfy({ $0 < patternCount })
    else { return nil }
    self.steps = steps
    self.begins = begins
    self.ends = ends
    self.owners = owners
    self.patterns = patterns
  }

  /// Scans a text and answers the pattern of every window that fits somewhere.
  @inline(__always)
  func scan(_ bytes: UnsafePointer<UInt8>, count: Int, found: (Int) -> Void) {
    let steps = UnsafeRawPointer(steps.start)
    let begins = UnsafeRawPointer(begins.start).loadUnaligned(as: SIMD2<UInt64>.self)
    var state = SIMD2<UInt64>()
    var seen = SIMD2<UInt64>()
    for index in 0..<count {
      let step = steps + Int(bytes[index]) &* Self.stepBytes
      let accepted = step.loadUnaligned(as: SIMD2<UInt64>.self)
      let stayed = step.loadUnaligned(fromByteOffset: Self.stepBytes / 2, as: SIMD2<UInt64>.self)
      state = (state &<< 1 | begins) & accepted | state & stayed
      seen |= state
    }
    for lane in 0..<Self.lanes { report(seen[lane], lane: lane, found) }
  }

  @inline(__always)
  private func report(_ seen: UInt64, lane: Int, _ found: (Int) -> Void) {
    var fitted = seen & ends.start[lane]
    while fitted != 0 {
      found(Int(owners.start[lane * 64 + fitted.trailingZeroBitCount]))
      fitted &= fitted &- 1
    }
  }
}

extension ClassWindow.Place {
  /// Whether a byte is, or begins, a character that the place accepts.
  fileprivate func accepts(_ byte: UInt8) -> Bool {
    byte < 0x80 ? accepted.ascii.contains(byte) : byte >= 0xC0 && accepted.includesOthers
  }

  /// Whether a byte may follow without leaving the place.
  fileprivate func stays(on byte: UInt8) -> Bool {
    switch byte {
    case ..<0x80: gap.ascii.contains(byte)
    // The rest of a character that was accepted, or that stands in the gap.
    case ..<0xC0: accepted.includesOthers || gap.includesOthers
    default: gap.includesOthers
    }
  }
}
