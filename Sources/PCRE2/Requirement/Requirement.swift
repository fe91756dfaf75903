/// Stand-in until the analysis is merged.
package struct Requirement: Sendable, Equatable {
  package init(of source: String, caseless: Bool) {}
  package var text: String { "" }
  package init?(text: some StringProtocol) {}
}
