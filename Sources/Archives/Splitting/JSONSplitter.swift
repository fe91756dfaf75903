/// Parts a stream of JSON into the elements of a list, or into values that follow one another, without parsing them.
///
/// It follows quotation marks and brackets alone, so one broken element does not take its neighbours with it: each is
/// parsed by itself later. What could not be parted is told as well.
package struct JSONSplitter {
  /// How the records lie in the stream.
  package enum Layout: Equatable {
    /// Values one after another; of a list, its elements.
    case values
    /// Like `values`, behind an assignment such as `window.YTD.tweets.part0 =`.
    case assignment
    /// The elements of the list that an object has under a name.
    case list(named: String)
  }

  /// What was parted off.
  package enum Piece: Equatable {
    /// An element, with the line on which it begins and its number, both from 1.
    case element([UInt8], line: Int, number: Int, failure: ArchiveFailure?)
    /// Something that is no element.
    case complaint(ArchiveFailure)
  }

  private let layout: Layout
  private let source: any ByteSource
  private var chunk: [UInt8] = []
  private var at = 0
  private var line = 1
  private var number = 0

  private var nesting = JSONNesting()
  /// The number of open brackets around an element; `nil` where elements are not wanted.
  private var elementDepth: Int? = 0
  private var element: Element?
  private var name = MemberName()
  private var hasFoundList = false
  private var isBehindAssignment = true
  private var pending: [Piece] = []
  private var isAtEnd = false

  /// An element of which not all has been seen yet.
  private struct Element {
    var bytes: [UInt8] = []
    var line: Int
    /// Where in the chunk the part begins that is not in `bytes` yet.
    var start: Int
    var isTooLong = false
    /// True for a number or a word, which has no bracket that ends it.
    var isBare: Bool
  }

  /// Takes the source of the stream.
  package init(_ source: any ByteSource, layout: Layout) {
    self.source = source
    self.layout = layout
    if case .list = layout { elementDepth = nil }
    isBehindAssignment = layout != .assignment
  }

  /// The next piece, or `nil` at the end.
  package mutating func next() -> Piece? {
    while pending.isEmpty {
      if at == chunk.count, !refill() { break }
      step(chunk[at])
      at += 1
    }
    return pending.isEmpty ? nil : pending.removeFirst()
  }

  // MARK: - The stream

  private mutating func refill() -> Bool {
    guard !isAtEnd else { return false }
    keepPart(to: chunk.count)
    at = 0
    element?.start = 0
    do throws(ArchiveFailure) {
      chunk = try source.read()
      if chunk.isEmpty { finish(nil) }
    } catch {
      chunk = []
      finish(error)
    }
    return !chunk.isEmpty
  }

  private mutating func keepPart(to end: Int) {
    guard var current = element else { return }
    element = nil
    if !current.isTooLong { current.bytes += chunk[current.start..<end] }
    if current.bytes.count > LineSplitter.longest {
      current.isTooLong = true
      current.bytes = []
    }
    current.start = end
    element = current
  }

  private mutating func finish(_ failure: ArchiveFailure?) {
    isAtEnd = true
    if element?.isBare == true, failure == nil { return endElement(before: 0) }
    if element != nil {
      return endElement(before: 0, failure: failure ?? .cutOff)
    }
    if let failure {
      pending.append(.complaint(failure))
    } else if !nesting.isEmpty {
      pending.append(.complaint(.cutOff))
    } else if !isBehindAssignment {
      pending.append(.complaint(.noAssignment))
    } else if case .list(let name) = layout, !hasFoundList {
      pending.append(.complaint(.noList(named: name)))
    }
  }

  // MARK: - The bytes

  private mutating func step(_ byte: UInt8) {
    if byte == UInt8(ascii: "\n") { line += 1 }
    guard isBehindAssignment else {
      isBehindAssignment = byte == UInt8(ascii: "=")
      return
    }
    if nesting.isInString {
      nesting.stringByte(byte)
      if elementDepth == nil { name.add(byte, isOver: !nesting.isInString) }
      return
    }
    if let current = element, current.isBare, byte.isBlank || byte.endsBareWord {
      endElement(before: at)
    }
    if byte.isBlank { return }
    if nesting.isRunOver(by: byte, elementDepth: elementDepth), element != nil {
      // A new object where only a name can stand: the element before it was never closed.
      endElement(before: at, failure: .notClosed)
      nesting.cut(to: elementDepth ?? 0)
    }
    structural(byte)
  }

  private mutating func structural(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"): open(byte)
    case UInt8(ascii: "]"), UInt8(ascii: "}"): close(byte)
    case UInt8(ascii: ","), UInt8(ascii: ":"): nesting.last = byte
    case UInt8(ascii: ";") where nesting.isEmpty && layout == .assignment: break
    default:
      beginElement(isBare: byte != UInt8(ascii: "\""))
      if byte == UInt8(ascii: "\"") {
        nesting.openString()
        name.begin(isWanted: elementDepth == nil && nesting.depth == 1)
      } else {
        nesting.last = byte
      }
    }
  }

  private mutating func open(_ byte: UInt8) {
    let isList = byte == UInt8(ascii: "[")
    if isList, nesting.isEmpty, elementDepth == 0 {
      elementDepth = 1
    } else if isList, elementDepth == nil, nesting.depth == 1, !hasFoundList,
      case .list(let wanted) = layout, nesting.last == UInt8(ascii: ":"), name.matches(wanted)
    {
      hasFoundList = true
      elementDepth = 2
    } else {
      beginElement(isBare: false)
    }
    nesting.open(byte)
  }

  private mutating func close(_ byte: UInt8) {
    nesting.close(byte)
    guard let depth = elementDepth else { return }
    if nesting.depth == depth, element != nil { return endElement(before: at + 1) }
    if nesting.depth < depth {
      // The list itself ends; an element that is still open was not closed.
      if element != nil { endElement(before: at, failure: .notClosed) }
      if case .list = layout { elementDepth = nil } else { elementDepth = 0 }
    }
  }

  private mutating func beginElement(isBare: Bool) {
    guard element == nil, elementDepth == nesting.depth else { return }
    element = Element(line: line, start: at, isBare: isBare)
  }

  private mutating func endElement(before end: Int, failure: ArchiveFailure? = nil) {
    keepPart(to: end)
    guard let ended = element else { return }
    element = nil
    number += 1
    pending.append(
      .element(
        ended.bytes, line: ended.line, number: number,
        failure: ended.isTooLong ? .tooLong : failure))
  }
}

extension ArchiveFailure {
  /// The stream ends inside a record or a list.
  static let cutOff = ArchiveFailure(
    code: "cut-off",
    message: "The file ends before its list does. Was it copied whole? Fetch it again.")
  /// An element's brackets do not close.
  static let notClosed = ArchiveFailure(
    code: "not-json", message: "A bracket of the record is never closed.")
  /// A script of an archive does not assign anything.
  static let noAssignment = ArchiveFailure(
    code: "wrong-shape", message: "No list follows: an archive's file assigns one with `=`.")

  /// The list that holds the records is not there.
  static func noList(named name: String) -> ArchiveFailure {
    ArchiveFailure(
      code: "wrong-shape", message: "The list `\(name)` is missing, which holds the records.")
  }
}
