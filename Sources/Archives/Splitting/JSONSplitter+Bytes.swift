/// How the bytes of the stream are followed.
extension JSONSplitter {
  // MARK: - Strings

  /// Goes on to the end of the string, of its line, or of the bytes.
  mutating func readString(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = at
    var place = at
    if isEscaped {
      isEscaped = false
      if bytes[place] != 0x0A { place += 1 }
    }
    while true {
      place = bytes.placeOfStringMark(from: place)
      guard place < bytes.count else { break }
      guard bytes[place] == UInt8(ascii: "\\") else {
        isInString = false
        break
      }
      if place + 1 == bytes.count { isEscaped = true }
      // A line end ends the string, be it after a backslash.
      place += place + 1 < bytes.count && bytes[place + 1] != 0x0A ? 2 : 1
    }
    if elementDepth == nil, nesting.depth == 1 { name.add(bytes[start..<place]) }
    at = place
    guard !isInString else { return }
    if bytes[place] == UInt8(ascii: "\"") {
      at += 1
      isBehindString = true
    } else {
      // A string of JSON has no line end.
      isLineDamaged = true
    }
  }

  private mutating func endLine() {
    if isLineDamaged { dropLine() }
    isLineDamaged = false
    isBehindString = false
    lineDepth = nesting.depth
    line += 1
  }

  /// Gives up the brackets of a line on which a quotation mark is lost or too many: what was taken for brackets there
  /// may be text, and what for text, brackets.
  private mutating func dropLine() {
    last = UInt8(ascii: ",")
    guard let elementDepth, let element, !element.isBare else { return }
    if lineDepth <= elementDepth { endElement(before: at, failure: .notClosed) }
    nesting.cut(to: max(lineDepth, elementDepth))
  }

  private mutating func openString() {
    isInString = true
    isEscaped = false
    last = UInt8(ascii: "\"")
    if elementDepth == nil, nesting.depth == 1 { name.begin() }
  }

  // MARK: - Between elements

  /// Reads a byte outside of all elements, or in one that no bracket holds together.
  mutating func readBetween(_ bytes: UnsafeBufferPointer<UInt8>) {
    let byte = bytes[at]
    switch byte {
    case 0x0A:
      endBare()
      endLine()
    case UInt8(ascii: ","):
      endBare()
      comma()
    case 0x20, 0x09, 0x0D: break
    case UInt8(ascii: ";") where nesting.depth == 0 && layout == .assignment: endBare()
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      endBare()
      openBetween(byte)
    case UInt8(ascii: "]") where nesting.depth > 0:
      endBare()
      closeList()
    default:
      if element == nil { beginElement(isBare: true) }
      if byte == UInt8(ascii: "\"") { openString() }
    }
    at += 1
  }

  private mutating func endBare() {
    if element != nil { endElement(before: at) }
  }

  private mutating func comma() {
    last = UInt8(ascii: ",")
    guard nesting.depth == 0, mayGoOn else { return }
    // What closed the list was a stray bracket: its elements go on.
    mayGoOn = false
    nesting.open(UInt8(ascii: "["))
    elementDepth = 1
  }

  private mutating func openBetween(_ byte: UInt8) {
    mayGoOn = false
    last = byte
    if byte == UInt8(ascii: "["), nesting.depth == 0 {
      elementDepth = 1
    } else {
      beginElement(isBare: false)
    }
    nesting.open(byte)
  }

  private mutating func closeList() {
    last = UInt8(ascii: "]")
    nesting.cut(to: nesting.depth - 1)
    if case .list = layout { elementDepth = nil } else { elementDepth = 0 }
  }

  // MARK: - Inside

  /// Goes on inside an element or around the wanted list, to the next bracket or the end of the bytes.
  mutating func readInside(_ bytes: UnsafeBufferPointer<UInt8>) {
    while at < bytes.count {
      if isBehindString { readBehindString(bytes) }
      at = bytes.placeOfStructure(from: at)
      guard at < bytes.count else { return }
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        openString()
        at += 1
        readString(bytes)
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        last = byte
        at += 1
      case 0x0A where !isLineDamaged:
        endLine()
        at += 1
      default: return readBracket(byte)
      }
    }
  }

  /// Reads a bracket, or the end of a damaged line: what may end the element.
  private mutating func readBracket(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["): openInside(byte)
    case 0x0A: endLine()
    default: closeInside(byte)
    }
    at += 1
  }

  /// Looks at what stands after a string: a word there means that it was none.
  private mutating func readBehindString(_ bytes: UnsafeBufferPointer<UInt8>) {
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at < bytes.count else { return }
    isBehindString = false
    if !bytes[at].isStructural, !bytes[at].isBlank { isLineDamaged = true }
  }

  private mutating func openInside(_ byte: UInt8) {
    guard let elementDepth else { return openAround(byte) }
    if isOutOfPlace(byte) {
      // The element before it was never closed.
      endElement(before: at, failure: .notClosed)
      nesting.cut(to: elementDepth)
      beginElement(isBare: false)
    }
    nesting.open(byte)
    last = byte
  }

  /// True for an object where JSON allows only the name of a member.
  private func isOutOfPlace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") && last == UInt8(ascii: ",")
      && nesting.innermost == UInt8(ascii: "{")
  }

  /// Opens a bracket while the wanted list is looked for.
  private mutating func openAround(_ byte: UInt8) {
    if byte == UInt8(ascii: "["), nesting.depth == 1, nesting.innermost == UInt8(ascii: "{"),
      case .list(let wanted) = layout, last == UInt8(ascii: ":"), name.matches(wanted)
    {
      hasFoundList = true
      elementDepth = 2
    } else if mayGoOn, nesting.depth == 1, isOutOfPlace(byte) {
      nesting.open(UInt8(ascii: "["))
      elementDepth = 2
      beginElement(isBare: false)
    }
    mayGoOn = false
    nesting.open(byte)
    last = byte
  }

  private mutating func closeInside(_ byte: UInt8) {
    last = byte
    guard let elementDepth else {
      _ = nesting.close(byte, above: 0)
      return
    }
    if nesting.close(byte, above: elementDepth) {
      if nesting.depth == elementDepth { endElement(before: at + 1) }
    } else if byte == UInt8(ascii: "]"), elementDepth > 0 {
      // The list itself ends, or a bracket too many stands in the element.
      endElement(before: at, failure: .notClosed)
      nesting.cut(to: elementDepth)
      closeList()
      mayGoOn = true
    }
  }
}
