/// Numbers that are written once and then only read, from any thread and without counting references.
package final class FrozenBuffer<Element: BitwiseCopyable & Sendable>: Sendable {
  /// Where they lie; never written to after the buffer was made.
  package nonisolated(unsafe) let start: UnsafePointer<Element>
  /// How many there are.
  package let count: Int

  private let owner: Owner

  /// Whose memory it is.
  private enum Owner {
    case buffer
    case other(FrozenBuffer<UInt8>)
    case nobody
  }

  /// Copies some numbers.
  package init(_ elements: [Element]) {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    elements.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { memory.initialize(from: base, count: source.count) }
    }
    self.start = UnsafePointer(memory)
    self.count = elements.count
    owner = .buffer
  }

  /// Takes numbers that lie in the memory of another buffer.
  convenience init(_ numbers: UnsafeBufferPointer<Element>, of owner: FrozenBuffer<UInt8>) {
    self.init(numbers, .other(owner))
  }

  /// Takes numbers that nobody ever frees, such as constants of the program.
  package convenience init(unowned numbers: UnsafeBufferPointer<Element>) {
    self.init(numbers, .nobody)
  }

  private init(_ numbers: UnsafeBufferPointer<Element>, _ owner: Owner) {
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
    if case .buffer = owner { start.deallocate() }
  }
}
