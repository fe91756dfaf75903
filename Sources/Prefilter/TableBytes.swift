/// Writes tables of plain numbers one after another, so that ``TableReader`` can read them back.
package struct TableWriter {
  package private(set) var bytes: [UInt8] = []

  /// Starts with nothing written.
  package init() {}

  /// Writes how many numbers there are, and the numbers, filled up to eight bytes.
  package mutating func write<Element: BitwiseCopyable>(_ elements: UnsafeBufferPointer<Element>) {
    withUnsafeBytes(of: UInt64(elements.count)) { bytes += $0 }
    bytes += UnsafeRawBufferPointer(elements)
    bytes += [UInt8](repeating: 0, count: (8 - bytes.count % 8) % 8)
  }

  /// Writes how many numbers there are, and the numbers, filled up to eight bytes.
  package mutating func write<Element: BitwiseCopyable>(_ elements: [Element]) {
    elements.withUnsafeBufferPointer { write($0) }
  }
}

/// Reads what ``TableWriter`` wrote, and nothing beyond its end; the numbers stay where they are.
package struct TableReader {
  private let bytes: FrozenBuffer<UInt8>
  private var position = 0

  /// Starts at the first table.
  package init(_ bytes: FrozenBuffer<UInt8>) {
    self.bytes = bytes
  }

  /// The numbers of the next table; `nil` when it is cut off.
  package mutating func read<Element: BitwiseCopyable & Sendable>(
    _: Element.Type
  ) -> FrozenBuffer<Element>? {
    guard bytes.count - position >= 8 else { return nil }
    let start = UnsafeRawPointer(bytes.start)
    let count = start.loadUnaligned(fromByteOffset: position, as: UInt64.self)
    position += 8
    let stride = MemoryLayout<Element>.stride
    guard count <= UInt64((bytes.count - position) / stride) else { return nil }
    // Tables begin at multiples of eight bytes in memory that is aligned to more.
    let numbers = UnsafeBufferPointer(
      start: (start + position).assumingMemoryBound(to: Element.self), count: Int(count))
    position = min(position + (Int(count) * stride + 7) / 8 * 8, bytes.count)
    return FrozenBuffer(numbers, of: bytes)
  }
}
