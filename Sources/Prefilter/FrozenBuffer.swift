/// Numbers that are written once and then only read, from any thread and without counting references.
package final class FrozenBuffer<Element: BitwiseCopyable & Sendable>: Sendable {
  /// Where they lie; never written to after the buffer was made.
  package nonisolated(unsafe) let start: UnsafePointer<Element>
  /// How many there are.
  package let count: Int

  /// Copies some numbers.
  package init(_ elements: [Element]) {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    elements.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { memory.initialize(from: base, count: source.count) }
    }
    self.start = UnsafePointer(memory)
    self.count = elements.count
  }

  /// Copies some numbers from bytes that need not be aligned.
  package init(copying bytes: UnsafeRawBufferPointer) {
    count = bytes.count / MemoryLayout<Element>.stride
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(count, 1))
    if let base = bytes.baseAddress {
      UnsafeMutableRawPointer(memory).copyMemory(
        from: base, byteCount: count * MemoryLayout<Element>.stride)
    }
    start = UnsafePointer(memory)
  }

  /// The numbers, for as long as the buffer lives.
  package var elements: UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: start, count: count)
  }

  deinit {
    start.deallocate()
  }
}
