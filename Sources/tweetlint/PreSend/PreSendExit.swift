import PreSend

/// The code with which a hook says what was decided, of one post or of the strictest of several.
struct PreSendExit {
  private var decision = PreSendDecision.allow
  /// True when the decision was made for want of a check alone.
  private var isUnchecked = true

  /// Takes what was decided about one more post.
  mutating func add(_ next: PreSendDecision, isUnchecked isNextUnchecked: Bool) {
    if next > decision {
      (decision, isUnchecked) = (next, isNextUnchecked)
    } else if next == decision {
      isUnchecked = isUnchecked && isNextUnchecked
    }
  }

  /// The code.
  var code: Int32 {
    if decision.isSendable { return 0 }
    if isUnchecked { return 2 }
    return decision == .hold ? 3 : 1
  }
}

extension PreSendVerdict {
  /// The code with which a hook says what was decided.
  var exitCode: Int32 {
    var exit = PreSendExit()
    exit.add(decision, isUnchecked: isUnchecked)
    return exit.code
  }
}
