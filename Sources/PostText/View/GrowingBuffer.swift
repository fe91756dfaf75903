/// A growing run of plain values that keeps its memory between uses and has a single owner.
///
/// An array would do the same work; this one costs no uniqueness and no exclusivity checks on the
/// hot path, and its pointer may be used while other members of the owner change.
package struct GrowingBuffer<Element>: ~Copyable {
  /// The first element; it moves whenever the buffer grows.
  private(set) var start: UnsafeMutablePointer<Element>
  /// How many elements there are.
  package private(set) var count = 0
  private var capacity: Int

  /// What a cleared buffer may keep, in bytes: a few large posts must not hold memory for ever.
  private static var keptBytes: Int { 1 << 20 }

  /// Makes an empty buffer with room for some elements.
  init(capacity: Int) {
    precondition(_isPOD(Element.self), "elements are dropped without being destroyed")
    self.capacity = max(capacity, 1)
    self.start = .allocate(capacity: self.capacity)
  }

  deinit {
    start.deallocate()
  }

  /// The element at a place.
  package subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count)
      return start[index]
    }
    set {
      precondition(index >= 0 && index < count)
      start[index] = newValue
    }
  }

  /// The elements, for as long as the buffer does not change.
  package var elements: UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: start, count: count)
  }

  /// Makes room for further elements.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count &+ more > capacity { grow(to: count + more) }
  }

  /// Adds one element.
  @inline(__always)
  mutating func append(_ element: Element) {
    reserve(1)
    (start + count).initialize(to: element)
    count &+= 1
  }

  /// Adds one element so many times.
  mutating func append(repeating element: Element, count more: Int) {
    reserve(more)
    (start + count).initialize(repeating: element, count: more)
    count &+= more
  }

  /// Adds a copy of some elements that are not this buffer's own.
  @inline(__always)
  mutating func append(_ elements: UnsafePointer<Element>, count more: Int) {
    reserve(more)
    (start + count).initialize(from: elements, count: more)
    count &+= more
  }

  /// Counts elements as added that were written after the last one, into room made before.
  @inline(__always)
  mutating func extend(by more: Int) {
    precondition(count + more <= capacity)
    count &+= more
  }

  /// Drops all elements from a place on.
  @inline(__always)
  mutating func truncate(to newCount: Int) {
    precondition(newCount >= 0 && newCount <= count)
    count = newCount
  }

  /// Drops all elements and keeps the memory, unless it is much.
  mutating func clear() {
    count = 0
    let kept = Self.keptBytes / MemoryLayout<Element>.stride
    guard capacity > kept else { return }
    start.deallocate()
    capacity = kept
    start = .allocate(capacity: kept)
  }

  @inline(never)
  private mutating func grow(to needed: Int) {
    let larger = max(needed, capacity * 2)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    moved.initialize(from: start, count: count)
    start.deallocate()
    start = moved
    capacity = larger
  }
}

// One owner at a time, and plain values only: the pointer never leaves the owner's hands.
extension GrowingBuffer: @unchecked Sendable where Element: Sendable {}
