import Archives
import Audit
import Files
import Reports

/// Reads the lines of an audit's result from a file, plain or compressed.
struct ResultFile {
  /// The records that are handed on at a time.
  private static let batchSize = 256

  private static let afterEnd =
    "The result ends in the line before. Were several put together? Make a report of each of them."

  private let path: String

  /// Names the file.
  init(_ path: String) {
    self.path = path
  }

  /// Hands the records on in order, and gives back what the last line says when there is one.
  ///
  /// A line that is no line of a result is a fault, since what it said would be missing from the report.
  @discardableResult
  func read(
    _ deliver: (AuditedBatch) throws(AuditStop) -> Void
  ) throws(CommandFault) -> ResultReader.End? {
    guard let reader = ResultReader() else { throw .message("there is no memory to read \(path)") }
    var lines = LineSplitter(try open())
    var records: [AuditedRecord] = []
    var bytes: [UInt8] = []
    var number = 0
    var end: ResultReader.End?
    while let line = lines.next() {
      if let failure = line.failure { throw fault(failure.message, line.number) }
      guard end == nil else { throw fault(Self.afterEnd, line.number) }
      guard let read = try parsed(line, by: reader, isFirst: records.isEmpty && number == 0, &lines)
      else { break }
      switch read {
      case .record(let record):
        records.append(record)
        bytes += line.bytes + [UInt8(ascii: "\n")]
      case .end(let last): end = last
      }
      guard records.count >= Self.batchSize else { continue }
      try hand(AuditedBatch(number: number, records: records, lines: bytes), to: deliver)
      number += 1
      records = []
      bytes = []
    }
    try hand(AuditedBatch(number: number, records: records, lines: bytes), to: deliver)
    return end
  }

  private func open() throws(CommandFault) -> CompressedFile {
    if Folder.exists(path) {
      throw .message(
        "\(path) is a folder; name the file that `tweetlint audit --format jsonl` wrote")
    }
    do throws(ArchiveFailure) {
      return path == "-" ? try CompressedFile.standardInput() : try CompressedFile(path: path)
    } catch {
      throw .message("\(name): \(error.message)")
    }
  }

  /// What a line says, or `nil` for the last line when a run that was killed wrote only a part of it; a file without
  /// any record before it is no result.
  private func parsed(
    _ line: LineSplitter.Line, by reader: ResultReader, isFirst: Bool,
    _ lines: inout LineSplitter
  ) throws(CommandFault) -> ResultReader.Line? {
    do throws(ResultReader.Fault) {
      return try reader.line(line.bytes)
    } catch {
      if !isFirst, lines.next() == nil { return nil }
      throw fault(error.message, line.number)
    }
  }

  private func hand(
    _ batch: AuditedBatch, to deliver: (AuditedBatch) throws(AuditStop) -> Void
  ) throws(CommandFault) {
    do throws(AuditStop) {
      try deliver(batch)
    } catch {
      switch error {
      case .closed: throw .closed
      case .unwritable(let reason): throw .message("could not write the report: \(reason)")
      case .interrupted, .noMemory: throw .message("the report was not made")
      }
    }
  }

  private func fault(_ message: String, _ line: Int) -> CommandFault {
    .message("\(name):\(line): \(message)")
  }

  /// The file's name for messages.
  private var name: String { path == "-" ? "stdin" : path }
}
