import RiskEngine
import Rules

/// Colours for a terminal, or none; what they say is always said in words as well.
struct Ink {
  /// True when colours are wanted.
  let isOn: Bool

  /// The styles, as parameters of the terminal's sequence for them.
  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case magenta = "1;35"
    case yellow = "1;33"
    case cyan = "1;36"
    case green = "1;32"
  }

  /// The text in a style.
  func callAsFunction(_ style: Style, _ text: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// The style of a verdict.
  static func style(of verdict: Verdict) -> Style {
    switch verdict {
    case .clear: .green
    case .advise: .cyan
    case .review: .yellow
    case .hold: .red
    }
  }

  /// The style of a severity.
  static func style(of severity: Severity) -> Style {
    switch severity {
    case .advice: .cyan
    case .caution: .magenta
    case .serious: .yellow
    case .stop: .red
    }
  }
}
