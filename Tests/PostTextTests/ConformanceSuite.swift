import Foundation
import TestSupport
import Yams

/// Reads a file of twitter-text's conformance suite.
struct ConformanceSuite {
  /// One case of a section.
  struct Case {
    /// What the case shows.
    let description: String
    /// The text to read.
    let text: String
    /// What is expected of it.
    let expected: Node
  }

  /// True when the suite lies beside the checkout.
  static let isPresent = SharedFiles.path("corpora/twitter-text/conformance/extract.yml") != nil

  /// The cases of every section, by its name.
  let sections: [String: [Case]]

  /// Reads a file of the suite.
  init(_ file: String) throws {
    let path = SharedFiles.path("corpora/twitter-text/conformance/" + file) ?? file
    let root = try Yams.compose(yaml: String(contentsOfFile: path, encoding: .utf8))
    var sections: [String: [Case]] = [:]
    for (name, cases) in root?["tests"]?.mapping ?? [:] {
      sections[name.string ?? ""] = try cases.sequence?.map { node in
        guard let description = node["description"]?.string, let text = node["text"]?.scalar,
          let expected = node["expected"]
        else { throw CocoaError(.fileReadCorruptFile) }
        return Case(description: description, text: text.string, expected: expected)
      }
    }
    self.sections = sections
  }
}
