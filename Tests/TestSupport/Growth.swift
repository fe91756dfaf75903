import Glibc

/// How many times more of this thread's processor time work takes on input eight times as long: near 8 where its cost
/// grows as the input does, 64 where it grows as the square of that.
///
/// A limit in seconds would fail on a machine that does other things at the same time.
package func growth(of work: (_ times: Int) throws -> Void, from few: Int) rethrows -> Double {
  let small = try processorTime { try work(few) }
  let large = try processorTime { try work(few * 8) }
  return large / small
}

/// Seconds of this thread's processor time that work takes.
private func processorTime(_ work: () throws -> Void) rethrows -> Double {
  let start = threadTime()
  try work()
  return threadTime() - start
}

private func threadTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
