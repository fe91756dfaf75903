import PreSend

extension CommandFault {
  /// Does something with hooks; what goes wrong is told as commands tell it.
  static func hooks<Value>(_ work: () throws(HookFault) -> Value) throws(CommandFault) -> Value {
    do throws(HookFault) {
      return try work()
    } catch {
      throw .message(error.words)
    }
  }

  /// The same for work that is done by tasks, and waited for.
  static func waitingForHooks<Value: Sendable>(
    _ work: @escaping @Sendable () async throws(HookFault) -> Value
  ) throws(CommandFault) -> Value {
    let found: Result<Value, HookFault> = Waiting.for {
      do throws(HookFault) { return .success(try await work()) } catch { return .failure(error) }
    }
    return try hooks { () throws(HookFault) in try found.get() }
  }
}
