import Archives
import Dispatch
import Synchronization

/// Reads, checks and delivers on several threads: what is delivered comes in the order of the inputs, whatever their
/// number.
///
/// Each thread reads a batch, checks it, and hands it on; whoever has the next one in order delivers. So there is no
/// thread that others wait for, and memory holds a few batches a thread.
package struct AuditPipeline: Sendable {
  /// The batches that may be under way for each thread.
  private static let window = 4

  private let context: AuditContext
  private let jobs: Int

  /// Takes what threads share, and how many there are.
  package init(_ context: AuditContext, jobs: Int) {
    self.context = context
    self.jobs = max(1, jobs)
  }

  /// Takes what was delivered; when it throws, nothing more is read.
  package typealias Delivery = (AuditedBatch) throws(AuditStop) -> Void

  /// What is being read; one thread at a time has it, and none when the run is over.
  private struct Input: @unchecked Sendable {
    let reader: BatchReader
    var isOver = false
    /// True when somebody asked to stop before the end.
    var isInterrupted = false
  }

  /// What waits for its turn; one thread at a time has it, and none when the run is over.
  private struct Output: @unchecked Sendable {
    let deliver: Delivery
    var waiting: [Int: AuditedBatch] = [:]
    var next: Int
    var index: Int
    var stop: AuditStop?

    /// Takes a batch and delivers those whose turn it is; gives back how many batches made room.
    mutating func take(_ batch: AuditedBatch) -> Int {
      waiting[batch.number] = batch
      var delivered = 0
      while var turn = waiting.removeValue(forKey: next) {
        delivered += 1
        next += 1
        guard stop == nil else { continue }
        turn.number(from: index)
        index += turn.records.count
        do throws(AuditStop) {
          try deliver(turn)
        } catch {
          stop = error
        }
      }
      return delivered
    }
  }

  /// Runs until the inputs end, a delivery fails, or somebody asks to stop.
  ///
  /// - Parameters:
  ///   - reader: The inputs; batches of an earlier run are passed over already.
  ///   - first: The index of the next record.
  ///   - shouldStop: Asked before each batch is read; what is under way is delivered.
  ///   - deliver: Takes the batches in order, on any thread but on one at a time.
  /// - Throws: ``AuditStop`` when it did not reach the end.
  package func run(
    _ reader: BatchReader, from first: Int, shouldStop: @escaping @Sendable () -> Bool,
    deliver: @escaping Delivery
  ) throws(AuditStop) {
    let start = reader.batches
    let input = Mutex(Input(reader: reader))
    let output = Mutex(Output(deliver: deliver, next: start, index: first))
    let room = DispatchSemaphore(value: jobs * Self.window)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      guard let worker = AuditWorker(context) else {
        return output.withLock { $0.stop = .noMemory }
      }
      while true {
        room.wait()
        let batch = input.withLock { input -> AuditBatch? in
          if !input.isOver {
            input.isInterrupted = shouldStop()
            let batch = input.isInterrupted ? nil : input.reader.next()
            // What was waited for when somebody asked to stop is not whole, and nobody gets it.
            input.isInterrupted = shouldStop()
            if !input.isInterrupted, let batch { return batch }
          }
          input.isOver = true
          return nil
        }
        guard let batch else {
          room.signal()
          return
        }
        let audited = worker.audited(batch)
        let delivered = output.withLock { $0.take(audited) }
        for _ in 0..<delivered { room.signal() }
        if output.withLock({ $0.stop != nil }) { input.withLock { $0.isOver = true } }
      }
    }
    if let stop = output.withLock({ $0.stop }) { throw stop }
    if input.withLock({ $0.isInterrupted }) { throw .interrupted }
  }
}

/// Why an audit ended before its inputs did.
package enum AuditStop: Error, Sendable, Equatable {
  /// Somebody asked it to.
  case interrupted
  /// Nobody reads what it prints any more.
  case closed
  /// The results could not be written, for a reason such as a full disk.
  case unwritable(String)
  /// There is no memory for a worker.
  case noMemory
}
