internal import Glibc

/// Plain memory that begins as zeros, which the system hands out page by page as it is touched: a draft touches
/// little of what there is room for.
package struct ZeroedMemory<Element: BitwiseCopyable>: BitwiseCopyable {
  /// Where it lies.
  package let start: UnsafeMutablePointer<Element>

  /// Takes memory, which must be freed.
  ///
  /// - Parameter count: How many elements there is room for.
  package init(count: Int) {
    guard let memory = calloc(max(count, 1), MemoryLayout<Element>.stride) else {
      fatalError("there is no memory left")
    }
    start = memory.bindMemory(to: Element.self, capacity: max(count, 1))
  }

  /// Gives the memory back.
  package func free() {
    Glibc.free(start)
  }

  /// An element, by its number.
  @inline(__always)
  package subscript(index: Int) -> Element {
    get { start[index] }
    nonmutating set { start[index] = newValue }
  }
}
