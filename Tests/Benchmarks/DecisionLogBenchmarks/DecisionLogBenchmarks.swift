import DecisionLog
import Digests
import Glibc
import RiskEngine
import Rules

/// Measures the decision log on the disk of the folder that is given: durable appends, opening, and verifying.
///
///     BENCHMARKS=1 swift run -c release DecisionLogBenchmarks /var/tmp/log-benchmark
@main
struct DecisionLogBenchmarks {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      print("usage: DecisionLogBenchmarks FOLDER")
      exit(EX_USAGE)
    }
    let path = CommandLine.arguments[1] + "/benchmark.sqlite"
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    let keys = try LogKeys(HashKey())
    let log = try DecisionLog(at: path, keys: keys, keepsText: false) { 1_764_000_000_000 }
    let decision = sample(contentHash: log.contentHash(of: [Array("Some words".utf8)]))
    let count = 100_000
    let appended = try seconds {
      for _ in 0..<count { _ = try log.append(decision) }
    }
    print("append: \(Int(Double(count) / appended)) durable commits/s, one task, \(count) of them")
    let opened = try seconds {
      for _ in 0..<200 {
        _ = try DecisionLog(at: path, keys: keys, keepsText: false, mayMake: false) { 0 }
      }
    }
    print("open: \(Int(opened / 200 * 1_000_000)) µs")
    let approvals = try seconds {
      for _ in 0..<200 { _ = try log.approvals(for: decision.contentHash) }
    }
    print("approvals: \(Int(approvals / 200 * 1_000_000)) µs")
    var flaw: LogFlaw?
    let verified = try seconds { flaw = try log.verify().flaw }
    print("verify: \(Int(verified * 1_000)) ms for \(count) entries, \(flaw?.words ?? "whole")")
  }

  private static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try work()
    let (seconds, attoseconds) = (clock.now - start).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }

  private static func sample(contentHash: String) -> Decision {
    Decision(
      author: "anna", account: "myforce", channel: "x", surface: .hook, contentHash: contentHash,
      verdict: .review, score: 40,
      findings: [
        Decision.Finding(
          rule: "force-relish.doors", category: "force-relish", severity: .serious, part: "text",
          span: 0..<7)
      ],
      outcome: .held,
      pack: Decision.Pack(
        id: "uk-police", version: "1.0.0", sha256: String(repeating: "0", count: 64)))
  }
}
