/// Writes JSON in one line, members in the order in which they are given.
///
/// Besides what the format asks for, control characters, line separators and marks that turn the direction
/// of writing are escaped, so that output can be looked at on a terminal.
package struct JSONWriter {
  /// What has been written so far.
  package private(set) var bytes = Bytes()
  private var needsComma = false

  /// Makes an empty document.
  package init() {}

  /// Writes an object whose members `members` writes.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    enclosed("{", "}", members)
  }

  /// Writes an array with one element for each of `elements`.
  package mutating func array<Element>(
    of elements: [Element], _ element: (inout JSONWriter, Element) -> Void
  ) {
    enclosed("[", "]") { writer in
      for value in elements {
        element(&writer, value)
      }
    }
  }

  /// Writes the name of the member whose value comes next.
  package mutating func key(_ name: String) {
    string(name)
    bytes.append(":")
    needsComma = false
  }

  /// Writes a member that is a string, or null.
  package mutating func member(_ name: String, _ value: String?) {
    key(name)
    guard let value else { return literal("null") }
    string(value)
  }

  /// Writes a member that is a whole number.
  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    literal(String(value))
  }

  /// Writes a member that is true or false.
  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    literal(value ? "true" : "false")
  }

  /// Writes a member that is an array of strings.
  package mutating func member(_ name: String, _ values: [String]) {
    key(name)
    array(of: values) { $0.string($1) }
  }

  /// Writes a number of hundredths, such as 90 as `0.9`.
  package mutating func member(_ name: String, hundredths: Int) {
    key(name)
    let (hundreds, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let whole = (hundredths < 0 ? "-" : "") + String(hundreds)
    if rest == 0 {
      literal(whole)
    } else if rest.isMultiple(of: 10) {
      literal("\(whole).\(rest / 10)")
    } else {
      literal("\(whole).\(rest < 10 ? "0" : "")\(rest)")
    }
  }

  /// Writes a member that is an object.
  package mutating func member(_ name: String, _ members: (inout JSONWriter) -> Void) {
    key(name)
    object(members)
  }

  /// Writes a member that is an array with one element for each of `elements`.
  package mutating func member<Element>(
    _ name: String, of elements: [Element], _ element: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    array(of: elements, element)
  }

  /// Writes a whole number that is an element of an array.
  package mutating func number(_ value: Int) {
    literal(String(value))
  }

  /// Writes a string that is an element of an array.
  package mutating func string(_ value: String) {
    comma()
    bytes.append("\"")
    for scalar in value.unicodeScalars {
      escape(scalar)
    }
    bytes.append("\"")
    needsComma = true
  }

  private mutating func enclosed(
    _ start: String, _ end: String, _ content: (inout JSONWriter) -> Void
  ) {
    comma()
    bytes.append(start)
    needsComma = false
    content(&self)
    bytes.append(end)
    needsComma = true
  }

  private mutating func literal(_ text: String) {
    comma()
    bytes.append(text)
    needsComma = true
  }

  private mutating func comma() {
    if needsComma {
      bytes.append(",")
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes.append("\\\"")
    case "\\": bytes.append("\\\\")
    case "\n": bytes.append("\\n")
    case "\r": bytes.append("\\r")
    case "\t": bytes.append("\\t")
    case _ where scalar.disturbsTerminals:
      bytes.append("\\u" + scalar.fourHexDigits)
    default: bytes.append(scalar)
    }
  }
}
