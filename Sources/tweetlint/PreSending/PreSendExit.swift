import PreSend

extension PreSendVerdict {
  /// The code with which a hook says what was decided.
  var exitCode: Int32 {
    if decision.isSendable { return 0 }
    if isUnchecked { return 2 }
    return decision == .hold ? 3 : 1
  }
}
