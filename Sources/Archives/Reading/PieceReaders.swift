/// Reads an input line by line.
package final class LineReader: ArchiveReader {
  private let source: any ByteSource
  private var splitter: LineSplitter
  private let file: String
  private let decoder: any RecordDecoder
  private var number = 0

  /// Takes the source, its name, and what makes records of its lines.
  package init(_ source: any ByteSource, file: String, decoder: any RecordDecoder) {
    splitter = LineSplitter(source)
    self.source = source
    self.file = file
    self.decoder = decoder
  }

  package var share: Double? { source.share }

  package func next() -> ArchiveEvent? {
    guard let line = splitter.next() else { return nil }
    number += 1
    return .unit(
      ArchiveUnit(
        bytes: line.bytes, place: ArchivePlace(file: file, record: number, line: line.number),
        decoder: decoder, failure: line.failure))
  }
}

/// Reads an input of JSON value by value, be they a list or one after another.
package final class JSONReader: ArchiveReader {
  private let source: any ByteSource
  private var splitter: JSONSplitter
  private let file: String
  private let decoder: any RecordDecoder

  /// Takes the source, its name and layout, and what makes records of its values.
  package init(
    _ source: any ByteSource, layout: JSONSplitter.Layout, file: String,
    decoder: any RecordDecoder
  ) {
    splitter = JSONSplitter(source, layout: layout)
    self.source = source
    self.file = file
    self.decoder = decoder
  }

  package var share: Double? { source.share }

  package func next() -> ArchiveEvent? {
    switch splitter.next() {
    case .element(let bytes, let line, let number, let failure):
      .unit(
        ArchiveUnit(
          bytes: bytes, place: ArchivePlace(file: file, record: number, line: line),
          decoder: decoder, failure: failure))
    case .complaint(let failure):
      .complaint(ArchiveComplaint(code: failure.code, message: failure.message, file: file))
    case nil: nil
    }
  }
}
