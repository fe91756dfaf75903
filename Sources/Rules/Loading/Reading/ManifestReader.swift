/// Reads `pack.yaml`.
struct ManifestReader {
  /// Where faults go.
  let record: LoadRecord
  /// True for the manifest of a folder that is added to another pack, which need not say who it is.
  let isAddition: Bool

  /// Reads a manifest; `nil` when its identity is broken, which is then reported.
  func read(_ value: YAMLValue) -> PackManifest? {
    let keys = ["id", "title", "version", "engine", "scoring", "categories", "references"]
    guard let mapping = MappingReader(value, "a pack", keys: keys, record: record) else {
      return nil
    }
    let id = identity("id", of: mapping).flatMap { record.identifier($0, "`id`") }?.value
    let title = identity("title", of: mapping).flatMap { record.string($0, "`title`") }?.value
    let version = identity("version", of: mapping).flatMap { record.string($0, "`version`") }?.value
    let engine = engine(of: mapping)
    let scoring = scoring(of: mapping)
    let categories = categories(of: mapping)
    let references = references(of: mapping)
    let isKnown = id != nil && title != nil && version != nil
    guard isKnown || isAddition else { return nil }
    return PackManifest(
      id: id ?? "", version: version ?? "", title: title ?? "", engine: engine, scoring: scoring,
      categories: categories, references: references)
  }

  private func identity(_ key: String, of mapping: MappingReader) -> YAMLValue? {
    isAddition ? mapping.value(key) : mapping.required(key)
  }

  private func engine(of mapping: MappingReader) -> Int {
    guard let value = mapping.value("engine") else { return PackManifest.languageVersion }
    let version = record.integer(value, "`engine`", in: 1...Int.max)
    if let version, version > PackManifest.languageVersion {
      record.report(
        .outOfRange, at: value,
        "The pack is written for version \(version) of the rule language; "
          + "this program reads version \(PackManifest.languageVersion).",
        hint: "Use a newer program.")
    }
    return version ?? PackManifest.languageVersion
  }

  private func categories(of mapping: MappingReader) -> [Category] {
    let value = isAddition ? mapping.value("categories") : mapping.required("categories")
    let items = value.flatMap { record.items($0, "`categories`") }
    if items == nil && !isAddition { record.forgive([.category]) }
    return (items ?? []).compactMap(category)
  }

  private func category(_ value: YAMLValue) -> Category? {
    let keys = [
      "id", "title", "family", "severity", "cap", "caution_reviews", "why", "ask", "references",
    ]
    guard let mapping = MappingReader(value, "a category", keys: keys, record: record) else {
      return nil
    }
    let id = record.define(.category, by: mapping)
    let title = mapping.requiredString("title")
    let family = mapping.required("family").flatMap { record.identifier($0, "`family`") }
    let severity = mapping.required("severity").flatMap {
      record.choice($0, "`severity`", of: Severity.self)
    }
    let references = record.names(.reference, in: mapping, key: "references", owner: id ?? "")
    let cap = mapping.integer("cap", in: 1...100)
    let reviews = mapping.boolean("caution_reviews")
    let (why, ask) = (mapping.string("why"), mapping.string("ask"))
    guard let id, let title, let family, let severity else { return nil }
    return Category(
      id: id, title: title, family: family.value, severity: severity, cap: cap ?? 100,
      cautionReviews: reviews ?? false, why: why, ask: ask, references: references)
  }

  private func references(of mapping: MappingReader) -> [Reference] {
    guard let value = mapping.value("references") else {
      if mapping.has("references") { record.forgive([.reference]) }
      return []
    }
    let items = record.items(value, "`references`", mayBeEmpty: true)
    if items == nil { record.forgive([.reference]) }
    return (items ?? []).compactMap(reference)
  }

  private func reference(_ value: YAMLValue) -> Reference? {
    let keys = ["id", "title", "edition", "url"]
    guard let mapping = MappingReader(value, "a reference", keys: keys, record: record) else {
      return nil
    }
    let id = record.define(.reference, by: mapping)
    let title = mapping.requiredString("title")
    let (edition, url) = (mapping.string("edition"), mapping.address("url"))
    guard let id, let title else { return nil }
    return Reference(id: id, title: title, edition: edition, url: url)
  }
}
