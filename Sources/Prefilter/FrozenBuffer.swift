/// Numbers that are written once and then only read, from any thread and without counting references.
package final class FrozenBuffer<Element: BitwiseCopyable & Sendable>: Sendable {
  /// Where they lie; never written to after the buffer was made.
  package nonisolated(unsafe) let start: UnsafePointer<Element>
  /// How many there are.
  package let count: Int

  /// Whose memory it is; `nil` when it is the buffer's own.
  private let owner: FrozenBuffer<UInt8>?

  /// Copies some numbers.
  package init(_ elements: [Element]) {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    elements.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { memory.initialize(from: base, count: source.count) }
    }
    self.start = UnsafePointer(memory)
    self.count = elements.count
    owner = nil
  }

  /// Makes room for numbers that are written before anybody else sees the buffer.
  ///
  /// - Parameters:
  ///   - capacity: How many numbers there is room for.
  ///   - write: Writes some of them, and answers how many.
  package init(capacity: Int, _ write: (UnsafeMutablePointer<Element>) -> Int) {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(capacity, 1))
    count = write(memory)
    start = UnsafePointer(memory)
    owner = nil
  }

  /// Takes numbers that lie in the memory of another buffer.
  init(_ numbers: UnsafeBufferPointer<Element>, of owner: FrozenBuffer<UInt8>) {
    // An empty stretch has no place of its own, and nobody reads it.
    start =
      numbers.baseAddress ?? UnsafePointer(UnsafeMutablePointer<Element>.allocate(capacity: 1))
    count = numbers.count
    self.owner = owner
  }

  /// The numbers, for as long as the buffer lives.
  package var elements: UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: start, count: count)
  }

  deinit {
    if owner == nil { start.deallocate() }
  }
}
