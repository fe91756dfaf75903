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
    return box.value.withLock { value in
      guard let value else { preconditionFailure("work ended without a value") }
      return value
    }
  }

  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }
}
