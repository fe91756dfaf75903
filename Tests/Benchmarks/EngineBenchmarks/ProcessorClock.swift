import Foundation

/// Measures processor time of this process, which other work on the machine does not lengthen.
enum ProcessorClock {
  /// The processor time that some work takes, in seconds.
  static func measure(_ work: () throws -> Void) rethrows -> Double {
    let start = clock()
    try work()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }
}
