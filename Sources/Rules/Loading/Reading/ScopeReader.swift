/// Reads files of scopes.
struct ScopeReader {
  /// Where faults go.
  let record: LoadRecord

  /// Reads all scopes of a file, leaving out those that are broken; `nil` when the file holds no scopes at all.
  func read(_ value: YAMLValue) -> [Scope]? {
    guard
      let mapping = MappingReader(value, "a file of scopes", keys: ["scopes"], record: record),
      let written = mapping.required("scopes")
    else { return nil }
    return record.items(written, "`scopes`")?.compactMap(scope)
  }

  private func scope(_ value: YAMLValue) -> Scope? {
    let keys = ["id", "title", "covers", "match"]
    guard let mapping = MappingReader(value, "a scope", keys: keys, record: record) else {
      return nil
    }
    let id = record.define(.scope, by: mapping)
    let title = mapping.requiredString("title")
    let covers = mapping.choice("covers", of: Scope.Cover.self) ?? .post
    let matchers = MatcherReader(record: record, owner: id ?? "", isScope: true)
    let match = mapping.required("match").flatMap { record.items($0, "`match`") }
    let read = (match ?? []).compactMap { matchers.read($0, as: .scopeMatch)?.matcher }
    guard let id, let title else { return nil }
    return Scope(
      id: id, title: title, covers: covers, match: read,
      place: mapping.value("id")?.place ?? value.place)
  }
}
