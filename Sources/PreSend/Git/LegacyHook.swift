import Glibc

/// Runs the hook of git that ours stands in for, with the same arguments, input and streams.
package struct LegacyHook: Sendable {
  private static let timeOut = 3600.0
  private static let mostOutput = 16 << 20

  /// The path of the hook.
  let path: String

  /// Finds what a kind of hook stands in for in a folder; `nil` when it is nothing.
  package init?(of kind: HookKind, in folder: String) {
    path = folder + "/" + kind.rawValue + HookInstaller.legacy
    if access(path, X_OK) != 0 { return nil }
  }

  /// What the hook printed, and its exit code.
  package struct End: Sendable {
    /// Its exit code; 128 and the signal when one ended it.
    package let code: Int32
    /// What it printed on either stream.
    package let words: [UInt8]
  }

  /// Runs the hook.
  package func end(arguments: [String], input: [UInt8]) async throws(HookFault) -> End {
    try HookFile.check(path)
    let run = ProgramRun(
      path: path, arguments: arguments, timeOut: Self.timeOut, mostOutput: Self.mostOutput)
    do throws(ProgramRun.Fault) {
      let end = try await run.end(input: input)
      return End(code: end.code ?? 128 + (end.signal ?? 0), words: end.output + end.error)
    } catch {
      throw .command(path, reason: error.words)
    }
  }
}
