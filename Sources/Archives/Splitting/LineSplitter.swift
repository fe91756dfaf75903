/// Parts a stream into lines; a line that is too long is passed over and fails.
package struct LineSplitter {
  /// The most bytes that a piece of an input may have.
  package static let longest = 16 << 20

  private let source: any ByteSource
  private var chunk: ArraySlice<UInt8> = []
  private var isAtEnd = false
  private var line = 0

  /// Takes the source of the lines.
  package init(_ source: any ByteSource) {
    self.source = source
  }

  /// A line without its end.
  package struct Line {
    /// Its bytes; of a line that is too long, none.
    package var bytes: [UInt8]
    /// Its number, from 1.
    package var number: Int
    /// Why it could not be read to its end.
    package var failure: ArchiveFailure?
  }

  /// The next line that holds more than blanks, or `nil` at the end; a failure of the source is the last line.
  package mutating func next() -> Line? {
    while let line = nextOfAll() {
      if line.failure != nil || !line.bytes.allSatisfy(\.isBlank) { return line }
    }
    return nil
  }

  private mutating func nextOfAll() -> Line? {
    var bytes: [UInt8] = []
    var isTooLong = false
    line += 1
    while true {
      if chunk.isEmpty {
        do throws(ArchiveFailure) {
          chunk = isAtEnd ? [] : try source.read()[...]
        } catch {
          isAtEnd = true
          return Line(bytes: [], number: line, failure: error)
        }
        guard !chunk.isEmpty else {
          isAtEnd = true
          return bytes.isEmpty && !isTooLong ? nil : finished(bytes, isTooLong)
        }
      }
      let end = chunk.firstIndex(of: UInt8(ascii: "\n"))
      if !isTooLong { bytes += chunk[..<(end ?? chunk.endIndex)] }
      if bytes.count > Self.longest {
        isTooLong = true
        bytes = []
      }
      chunk = end.map { chunk[($0 + 1)...] } ?? []
      if end != nil { return finished(bytes, isTooLong) }
    }
  }

  private func finished(_ bytes: [UInt8], _ isTooLong: Bool) -> Line {
    var bytes = bytes
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return Line(bytes: bytes, number: line, failure: isTooLong ? .tooLong : nil)
  }
}

extension ArchiveFailure {
  /// A piece that is over the limit.
  static let tooLong = ArchiveFailure(
    code: "too-large",
    message: "The record has more than \(LineSplitter.longest >> 20) MiB, so it was passed over.")
}

extension UInt8 {
  /// True for the blanks of JSON: space, tab and line ends.
  var isBlank: Bool {
    self == 0x20 || (0x09...0x0D).contains(self) && self != 0x0B && self != 0x0C
  }
}
