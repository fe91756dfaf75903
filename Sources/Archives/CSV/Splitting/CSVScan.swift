/// Follows the quotation marks and delimiters of one row, however many chunks of a stream it takes.
struct CSVScan {
  /// What the bytes up to here have come to.
  enum State {
    /// A field begins.
    case fieldStart
    /// Inside a field without quotation marks; one that stands there is a letter like any other.
    case plain
    /// Inside quotation marks.
    case quoted
    /// After a quotation mark that closes a field, or that doubles with the next.
    case afterQuote
  }

  /// What the bytes up to here have come to.
  private(set) var state = State.fieldStart
  /// The bytes that were looked at; at the end of the row, the bytes that it takes.
  private(set) var count = 0
  /// The fields that have begun.
  private(set) var fields = 1
  /// The number of the last field that has anything in it.
  private(set) var filled = 0
  /// The line ends inside quotation marks.
  private(set) var lineEnds = 0
  /// True when something other than a delimiter stands after the quotation mark that closes a field.
  private(set) var isBroken = false
  private let delimiter: UInt8
  /// The fields that a row has; one that goes over lines is given up as soon as it has more.
  private let wanted: Int?

  /// Begins a row.
  init(delimiter: UInt8, wanted: Int?) {
    self.delimiter = delimiter
    self.wanted = wanted
  }

  /// True when the row has gone over lines without coming to what a row must be.
  var isAstray: Bool {
    lineEnds > 0 && (isBroken || !hasWanted)
  }

  /// True when the row has as many fields as it must, or empty ones besides.
  var hasWanted: Bool {
    wanted.map { filled <= $0 && fields >= $0 } ?? true
  }

  /// Looks at the bytes of the row, from its start on, that have not been looked at yet; true at the end of the row.
  mutating func advance(over bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    while count < bytes.count {
      switch state {
      case .fieldStart:
        if bytes[count] == .quote {
          state = .quoted
          filled = fields
          count += 1
        } else {
          state = .plain
        }
      case .plain:
        if endPlain(in: bytes) { return true }
      case .quoted:
        passQuoted(in: bytes)
      case .afterQuote:
        leaveQuotes(at: bytes[count])
      }
      if lineEnds > 0, filled > wanted ?? .max { return true }
    }
    return false
  }

  private mutating func endPlain(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = count
    while at < bytes.count {
      let byte = bytes[at]
      if byte == delimiter {
        if at > count { filled = fields }
        fields += 1
        state = .fieldStart
        count = at + 1
        return false
      }
      if byte == .lineFeed || byte == .carriageReturn {
        if at > count { filled = fields }
        count = at
        return true
      }
      at += 1
    }
    if at > count { filled = fields }
    count = at
    return false
  }

  private mutating func passQuoted(in bytes: UnsafeBufferPointer<UInt8>) {
    var at = count
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == .quote {
        state = .afterQuote
        break
      }
      if byte == .carriageReturn || byte == .lineFeed && bytes[at - 2] != .carriageReturn {
        lineEnds += 1
      }
    }
    count = at
  }

  private mutating func leaveQuotes(at byte: UInt8) {
    if byte == .quote {
      state = .quoted
      count += 1
    } else {
      // A delimiter or a line end is dealt with as after any other field.
      state = .plain
      if byte != delimiter, byte != .lineFeed, byte != .carriageReturn { isBroken = true }
    }
  }
}

extension UInt8 {
  /// The quotation mark of CSV and JSON.
  static var quote: UInt8 { UInt8(ascii: "\"") }
  /// The line end of Unix, and the second half of that of Windows.
  static var lineFeed: UInt8 { UInt8(ascii: "\n") }
  /// The line end of old Macs, and the first half of that of Windows.
  static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
}
