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
}
