import Rules

import RiskEngine

extension ValidatorName {
  /// Whether a text is an identifier of this kind.
  func accepts(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { accepts($0) }
  }
}
