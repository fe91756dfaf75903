import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page read as XML, which only succeeds when every element is closed and every text escaped.
final class MarkupTree: NSObject, XMLParserDelegate {
  /// An element with its text, that of the elements inside it too.
  final class Element {
    let name: String
    let attributes: [String: String]
    var text = ""

    init(name: String, attributes: [String: String]) {
      self.name = name
      self.attributes = attributes
    }
  }

  /// The elements in the order in which they begin.
  private(set) var elements: [Element] = []
  /// Why the page is not well-formed.
  private(set) var fault: String?
  private var open: [Element] = []

  /// Reads a page.
  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    if !parser.parse() {
      fault = "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "not XML")"
    }
  }

  /// The elements of a name.
  func all(_ name: String) -> [Element] {
    elements.filter { $0.name == name }
  }

  /// The elements of a class.
  func ofClass(_ name: String) -> [Element] {
    elements.filter { ($0.attributes["class"] ?? "").split(separator: " ").contains { $0 == name } }
  }

  /// The element with an id.
  func element(_ id: String) -> Element? {
    elements.first { $0.attributes["id"] == id }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let element = Element(name: name, attributes: attributes)
    elements.append(element)
    open.append(element)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for element in open { element.text += text }
  }
}
