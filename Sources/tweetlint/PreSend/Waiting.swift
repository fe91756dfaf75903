import Dispatch
import Synchronization

/// Waits for work that is done by tasks; the command line itself goes step by step.
enum Waiting {
  /// The value that some work comes to.
  static func `for`<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value {
    let done = DispatchSemaphore(value: 0)
    let box = Box<Value>()
    Task.detached {
      box.value.withLock { [value = await work()] in $0 = value }
      done.signal()
    }
    done.wait()
    return taken(from: box)
  }

  /// The same for work that is to end early when something becomes true, which is looked at ten times a second.
  static func `for`<Value: Sendable>(
    cancelledWhen isOver: () -> Bool, _ work: @escaping @Sendable () async -> Value
  ) -> Value {
    let done = DispatchSemaphore(value: 0)
    let box = Box<Value>()
    let task = Task.detached {
      box.value.withLock { [value = await work()] in $0 = value }
      done.signal()
    }
    while done.wait(timeout: .now() + .milliseconds(100)) == .timedOut {
      if isOver() { task.cancel() }
    }
    return taken(from: box)
  }

  private static func taken<Value: Sendable>(from box: Box<Value>) -> Value {
    box.value.withLock { value in
      guard let value else { preconditionFailure("work ended without a value") }
      return value
    }
  }

  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }
}
