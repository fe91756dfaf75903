import Foundation
import Testing

/// An audit or a conversion that is asked to end while it waits.
@Suite struct AuditStopTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  /// Runs a command whose input is a pipe that stays open, asks it to end by one signal, and gives back what came of it;
  /// one that goes on is killed.
  ///
  /// The guard sleeps in short naps: a nap outlives a guard that is ended, and the run is over only when every process
  /// that it started is.
  private func stopped(_ command: String, input: String, by signal: String) throws -> Program.Run {
    try program.shell(
      """
      mkfifo pipe; exec 3<>pipe; printf '\(input)' >&3
      "$T" \(command) 3<&- & pid=$!
      until grep -q 'SigCgt:.*[4567cdef]...$' /proc/$pid/status; do sleep 0.1; done
      sleep 1; kill -\(signal) $pid
      (for _ in $(seq 600); do sleep 0.1; done; kill -9 $pid) >/dev/null 2>&1 & guard=$!
      wait $pid; status=$?; kill $guard; exit $status
      """)
  }

  @Test(arguments: ["audit - <pipe", "audit pipe", "audit - pipe <pipe"])
  func `the first signal ends an audit that waits for its input`(_ command: String) throws {
    for (signal, code, input) in [
      ("TERM", 143, #"{"text": "Officers are out."}\n{"text": "Off"#), ("HUP", 129, ""),
    ] {
      let run = try stopped("\(command) --format jsonl", input: input, by: signal)
      #expect(run.status == code)
      #expect(run.error.contains("stopped before the end"))
      #expect(run.text == "")
      try FileManager.default.removeItem(at: program.folder.url.appendingPathComponent("pipe"))
    }
  }

  @Test(arguments: ["convert - <pipe", "convert pipe"])
  func `a conversion that is stopped leaves no part of a file`(_ command: String) throws {
    let run = try stopped(
      "\(command) -o parts", input: #"{"text": "Officers are out."}\n{"text": "Off"#, by: "TERM")
    #expect(run.status == 143)
    #expect(run.error.contains("stopped before the end"))
    #expect(try program.shell("ls -A parts").text == "")
  }

  @Test func `a conversion that cannot go on leaves no part of a file`() throws {
    let run = try program.shell(
      #"""
      echo '{"text": "Officers are out."}' >a.jsonl
      "$T" convert a.jsonl none.jsonl -o parts
      ls -A parts
      """#)
    #expect(run.error.contains("none.jsonl"))
    #expect(run.text == "")
  }
}
