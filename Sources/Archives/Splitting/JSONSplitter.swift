/// Parts a stream of JSON into the elements of a list, or into values that follow one another, without parsing them.
///
/// It follows quotation marks and brackets alone, so one broken element does not take its neighbours with it: each is
/// parsed by itself later, and what stands between elements is an element that cannot be parsed. A string ends at the
/// end of its line at the latest. Only where a quotation mark is lost and no line ends follow, the rest is lost with it.
package struct JSONSplitter {
  /// How the records lie in the stream.
  package enum Layout: Equatable {
    /// Values one after another; of a list, its elements.
    case values
    /// Like `values`, after an assignment such as `window.YTD.tweets.part0 =`.
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

  let layout: Layout
  private let source: any ByteSource
  private var chunk: [UInt8] = []
  var at = 0
  /// The line that is read, from 1.
  var line = 1
  private var number = 0

  var nesting = JSONNesting()
  /// True inside a string; `isEscaped` after a backslash in one.
  var isInString = false
  var isEscaped = false
  /// The last bracket, comma, colon or quotation mark outside strings.
  var last: UInt8 = 0
  /// True right after a string.
  var isBehindString = false
  /// The number of open brackets at the start of the line.
  var lineDepth = 0
  /// True when a quotation mark is lost on the line, or one too many.
  var isLineDamaged = false
  /// The number of open brackets around an element; `nil` where elements are not wanted.
  var elementDepth: Int? = 0
  private(set) var element: Element?
  var name = MemberName()
  var hasFoundList = false
  /// True when the list was closed while an element was still open, so that it may go on all the same.
  var mayGoOn = false
  private var preface: Preface
  private var pending: [Piece] = []
  private var isAtEnd = false

  /// An element of which not all has been seen yet.
  struct Element {
    var bytes: [UInt8] = []
    var line: Int
    /// Where in the chunk the part begins that is not in `bytes` yet.
    var start: Int
    var isTooLong = false
    /// True for what has no bracket that ends it.
    var isBare: Bool
  }

  /// What may stand before the first value.
  private enum Preface: Equatable {
    /// A mark of byte order, of which some bytes have been seen.
    case byteOrder(seen: Int)
    /// An assignment, when the first byte is not that of a list or an object.
    case assignment(isOpen: Bool)
    case over
  }

  /// Takes the source of the stream.
  package init(_ source: any ByteSource, layout: Layout) {
    self.source = source
    self.layout = layout
    if case .list = layout { elementDepth = nil }
    preface = .byteOrder(seen: 0)
  }

  /// The next piece, or `nil` at the end.
  package mutating func next() -> Piece? {
    while pending.isEmpty {
      if at == chunk.count, !refill() { break }
      // A copy of the reference, so that the bytes can be read while the splitter changes.
      let chunk = chunk
      chunk.withUnsafeBufferPointer { scan($0) }
    }
    return pending.isEmpty ? nil : pending.removeFirst()
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    while preface != .over, at < bytes.count { readPreface(bytes[at]) }
    while at < bytes.count, pending.isEmpty {
      if isInString {
        readString(bytes)
      } else if let elementDepth, nesting.depth <= elementDepth {
        readBetween(bytes)
      } else {
        readInside(bytes)
      }
    }
  }

  /// Reads a byte before the first value; leaves it where it stands when the value begins with it.
  private mutating func readPreface(_ byte: UInt8) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    switch preface {
    case .byteOrder(let seen) where byte == mark[seen]:
      at += 1
      preface = seen == 2 ? afterByteOrder : .byteOrder(seen: seen + 1)
    case .byteOrder: preface = afterByteOrder
    case .assignment(isOpen: false) where byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{"):
      preface = .over
    case .assignment(let isOpen):
      at += 1
      if byte == 0x0A { line += 1 }
      preface =
        byte == UInt8(ascii: "=") ? .over : .assignment(isOpen: isOpen || !byte.isBlank)
    case .over: break
    }
  }

  private var afterByteOrder: Preface {
    layout == .assignment ? .assignment(isOpen: false) : .over
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

  private mutating func finish(_ failure: ArchiveFailure?) {
    isAtEnd = true
    if let element {
      let isWhole = element.isBare && !isInString && nesting.depth == 0
      return endElement(before: 0, failure: failure ?? (isWhole ? nil : .cutOff))
    }
    if let failure {
      pending.append(.complaint(failure))
    } else if layout == .assignment, preface != .over {
      pending.append(.complaint(.noAssignment))
    } else if nesting.depth > 0 || layout == .assignment && number == 0 && last == 0 {
      pending.append(.complaint(.cutOff))
    } else if case .list(let name) = layout, !hasFoundList {
      pending.append(.complaint(.noList(named: name)))
    }
  }

  // MARK: - Elements

  private mutating func keepPart(to end: Int) {
    guard var current = element else { return }
    // Only one owner at a time, so that the bytes are appended in place.
    element = nil
    if !current.isTooLong { current.bytes += chunk[current.start..<end] }
    if current.bytes.count > LineSplitter.longest {
      current.isTooLong = true
      current.bytes = []
    }
    current.start = end
    element = current
  }

  mutating func beginElement(isBare: Bool) {
    element = Element(line: line, start: at, isBare: isBare)
  }

  mutating func endElement(before end: Int, failure: ArchiveFailure? = nil) {
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
