package import JSON

/// Writes HTML that is well-formed XML too: every element is closed, and every text escaped.
package struct HTMLWriter {
  /// What has been written so far.
  package private(set) var bytes = Bytes()

  /// Attributes of an element, in the order in which they are written.
  package typealias Attributes = KeyValuePairs<String, String>

  /// Elements after which the source of the page goes on in a new line.
  private static let blocks: Set<String> = [
    "html", "head", "meta", "title", "style", "script", "body", "header", "main", "nav", "footer",
    "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "dl", "dt",
    "dd", "table", "caption", "thead", "tbody", "tr", "details", "summary", "blockquote", "form",
    "div", "option",
  ]

  /// Makes an empty page.
  package init() {
    bytes.append("<!DOCTYPE html>\n")
  }

  /// Writes an element whose content `content` writes.
  package mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes, end: ">")
    content(&self)
    bytes.append("</\(name)>")
    breakLine(after: name)
  }

  /// Writes an element that holds only text.
  package mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element that holds nothing.
  package mutating func void(_ name: StaticString, _ attributes: Attributes) {
    open(name, attributes, end: " />")
    breakLine(after: name)
  }

  /// Writes text.
  package mutating func text(_ text: String) {
    for scalar in text.unicodeScalars { escape(scalar) }
  }

  /// Writes text of the program itself as it is, such as a style sheet.
  package mutating func verbatim(_ text: StaticString) {
    bytes.append("\(text)")
  }

  private mutating func open(_ name: StaticString, _ attributes: Attributes, end: String) {
    bytes.append("<\(name)")
    for (key, value) in attributes {
      bytes.append(" \(key)=\"")
      text(value)
      bytes.append("\"")
    }
    bytes.append(end)
  }

  private mutating func breakLine(after name: StaticString) {
    if Self.blocks.contains("\(name)") { bytes.newline() }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": bytes.append("&amp;")
    case "<": bytes.append("&lt;")
    case ">": bytes.append("&gt;")
    case "\"": bytes.append("&quot;")
    case "'": bytes.append("&#39;")
    case "\n", "\t": bytes.append(scalar)
    // What would turn the direction of writing, or may not stand in a page at all, is named instead.
    case _ where scalar.disturbsTerminals: text(scalar.picture)
    case "\u{FFFE}", "\u{FFFF}": bytes.append("\u{FFFD}" as Unicode.Scalar)
    default: bytes.append(scalar)
    }
  }
}
