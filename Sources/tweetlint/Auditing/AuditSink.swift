import Audit
import Reports
import RiskEngine
import Rules

/// Makes a report of records that come in order.
protocol AuditSink: AnyObject {
  /// Takes the records of a batch.
  func add(_ batch: AuditedBatch) throws(AuditStop)
  /// Takes the counts, and delivers what is not delivered yet.
  func finish(_ end: AuditEnd) throws(CommandFault)
}

/// Prints each record as soon as its turn comes, in a form that has a line or more for each.
final class StreamSink: AuditSink {
  /// How a form is written piece by piece.
  struct Form {
    /// What comes before all records.
    var head: [UInt8]
    /// What a batch adds.
    var body: (AuditedBatch) -> [UInt8]
    /// What comes after all records.
    var tail: (AuditEnd) -> [UInt8]
    /// What is told on standard error since the form has no place for it.
    var aside: (AuditEnd) -> String? = { _ in nil }
  }

  private let form: Form
  private let output: OutputStream

  /// Begins to print.
  init(_ form: Form, to output: OutputStream) throws(CommandFault) {
    self.form = form
    self.output = output
    do throws(Console.Fault) {
      try output.write(form.head)
    } catch {
      throw CommandFault(error)
    }
  }

  func add(_ batch: AuditedBatch) throws(AuditStop) {
    do throws(Console.Fault) {
      try output.write(form.body(batch))
    } catch {
      throw AuditStop(error)
    }
  }

  func finish(_ end: AuditEnd) throws(CommandFault) {
    do throws(Console.Fault) {
      try output.write(form.tail(end))
    } catch {
      throw CommandFault(error)
    }
    try output.finish()
    if let words = form.aside(end) { Console.complain("tweetlint: \(TerminalText.shown(words))") }
  }
}

/// Keeps the counts and the worst posts, and delivers a page made of them.
final class PageSink: AuditSink {
  private var worst = AuditWorst()
  private let output: String?
  private let page: (AuditEnd, AuditWorst) -> [UInt8]

  /// Takes where the page goes and how it is made.
  init(to output: String?, page: @escaping (AuditEnd, AuditWorst) -> [UInt8]) {
    self.output = output
    self.page = page
  }

  func add(_ batch: AuditedBatch) throws(AuditStop) {
    for record in batch.records { worst.add(record) }
  }

  func finish(_ end: AuditEnd) throws(CommandFault) {
    // What a run could go on from is taken away next.
    try CommandOutput.deliver(page(end, worst), to: output, isDurable: true)
  }
}

extension AuditStop {
  /// Takes over what went wrong when printing.
  init(_ fault: Console.Fault) {
    switch fault {
    case .closed: self = .closed
    case .failed(let reason): self = .unwritable(reason)
    }
  }
}
