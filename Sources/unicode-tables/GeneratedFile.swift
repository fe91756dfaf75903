/// A Swift file that holds packed tables as `StaticString`s.
struct GeneratedFile {
  /// The file's name, with its ending.
  let name: String
  /// The file's whole text.
  private(set) var text: String

  private let indent = "  "
  private let width = 640

  /// Starts a file that extends one type.
  init(extending type: String, aspect: String, source: String) {
    name = "\(type)+\(aspect).swift"
    text = """
      // swift-format-ignore-file
      // Written by `swift run unicode-tables` from \(source). Do not edit.
      // Each character stands for its code less 48: six bits, the high ones first.

      extension \(type) {

      """
  }

  /// Adds a table under its name.
  mutating func add(_ name: String, _ summary: String, _ packed: String) {
    text += "\(indent)/// \(summary)\n"
    text += "\(indent)static var \(name): StaticString {\n"
    text += "\(indent)\(indent)#\"\"\"\n"
    var line: [Unicode.Scalar] = []
    var lines: [String] = []
    for scalar in packed.unicodeScalars {
      line.append(scalar)
      // A blank at the end of a line is what editors take away.
      if line.count >= width, scalar != " " {
        lines.append(String(String.UnicodeScalarView(line)))
        line = []
      }
    }
    if !line.isEmpty { lines.append(String(String.UnicodeScalarView(line))) }
    text += lines.map { "\(indent)\(indent)\($0)" }.joined(separator: "\\#\n")
    text += "\n\(indent)\(indent)\"\"\"#\n\(indent)}\n\n"
  }

  /// Adds a number under its name.
  mutating func add(_ name: String, _ summary: String, _ number: Int) {
    text += "\(indent)/// \(summary)\n"
    text += "\(indent)static var \(name): Int { \(number) }\n\n"
  }

  /// Closes the extension.
  func closed() -> GeneratedFile {
    var file = self
    file.text.removeLast()
    file.text += "}\n"
    return file
  }
}
