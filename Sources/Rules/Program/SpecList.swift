/// The patterns or the rules of a program by number: in memory, or read whenever one is asked for.
///
/// One draft needs a few dozen of thousands, and must not wait for the others.
package struct SpecList<Element: Sendable>: RandomAccessCollection, Sendable {
  private enum Storage: Sendable {
    case inMemory([Element])
    case unread(count: Int, read: @Sendable (Int) -> Element)
  }

  private let storage: Storage

  /// Keeps elements in memory.
  package init(_ elements: [Element]) {
    storage = .inMemory(elements)
  }

  /// Reads an element each time it is asked for.
  init(count: Int, read: @escaping @Sendable (Int) -> Element) {
    storage = .unread(count: count, read: read)
  }

  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .inMemory(let elements): elements.count
    case .unread(let count, _): count
    }
  }

  package subscript(index: Int) -> Element {
    switch storage {
    case .inMemory(let elements): elements[index]
    case .unread(_, let read): read(index)
    }
  }

  /// The same elements in memory.
  package var inMemory: SpecList {
    if case .inMemory = storage { self } else { SpecList(Array(self)) }
  }
}
