import Glibc

/// Tells a person at a terminal how far a long run has come, once a second on one line.
struct AuditProgress {
  private let isShown: Bool
  private let start = Machine.seconds
  private var last = 0.0
  private var first: (share: Double, time: Double)?

  /// Shows nothing when standard error is no terminal, or when quiet was asked for.
  init(isQuiet: Bool) {
    isShown = !isQuiet && Console.isTerminal(.error)
  }

  /// Tells how many posts are done, and how much of the inputs.
  mutating func tell(posts: Int, share: Double?) {
    guard isShown else { return }
    let now = Machine.seconds
    if first == nil, let share { first = (share, now) }
    guard now - last >= 1 else { return }
    last = now
    var words = "\(posts) posts, \(Int(Double(posts) / max(now - start, 0.001))) a second"
    if let share, let first, share > first.share, now > first.time {
      let rest = (1 - share) * (now - first.time) / (share - first.share)
      words += ", \(Int(share * 100)) %, about \(Self.words(rest)) left"
    }
    try? Console.write("\r\u{1B}[K\(words)", to: .error)
  }

  /// Clears the line.
  func clear() {
    if isShown, last > 0 { try? Console.write("\r\u{1B}[K", to: .error) }
  }

  private static func words(_ seconds: Double) -> String {
    seconds < 90 ? "\(Int(seconds.rounded(.up))) s" : "\(Int((seconds / 60).rounded(.up))) min"
  }
}
