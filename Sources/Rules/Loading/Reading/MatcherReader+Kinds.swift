extension MatcherReader {
  /// Reads the items of `some`, each a kind of detail.
  func kinds(_ value: YAMLValue, of mapping: MappingReader) -> Matcher.Test? {
    guard let items = record.items(value, "`some`") else { return nil }
    if items.count < 2 {
      record.report(
        .empty, at: value, "`some` needs two items or more.",
        hint: "It counts how many different ones are there; a single matcher stands for itself.")
    }
    checkLeast(of: mapping, among: items.count)
    checkTwins(items)
    let kinds = items.compactMap { item in
      read(item, as: .some).map { Matcher.Kind($0.matcher, name: name(of: item)?.value) }
    }
    checkNames(items)
    return .someOf(kinds)
  }

  private func checkLeast(of mapping: MappingReader, among count: Int) {
    guard let value = mapping.value("at_least") else {
      return mapping.reportMissing(
        "at_least", hint: "It says how many different items of `some` must be there.")
    }
    guard let least = value.scalar.flatMap({ Int($0.text) }), count > 1 else { return }
    if least == 1 {
      record.report(
        .outOfRange, at: value, "`some` with `at_least: 1` is the same as `any`.",
        hint: "Write `any`, or ask for two items or more.")
    } else if least > count {
      record.report(
        .outOfRange, at: value,
        "`at_least` is \(least), but `some` has \(count) items, each of which counts once.",
        hint: "Ask for fewer, or add items.")
    }
  }

  /// Reports each item that looks for the same as one before it: they would count as two.
  private func checkTwins(_ items: [YAMLValue]) {
    for (index, item) in items.enumerated() {
      guard let twin = items[..<index].first(where: { $0.isSame(as: item, butFor: "name") })
      else { continue }
      record.report(
        .duplicateItem, at: item, "`some` has this item twice.",
        hint: "The first is on line \(twin.place.line); remove one of the two.")
    }
  }

  private func checkNames(_ items: [YAMLValue]) {
    var known: Set<String> = []
    for name in items.compactMap(name) where !known.insert(name.value).inserted {
      record.report(
        .duplicateItem, at: name.place, "Two items of `some` are called `\(name.value)`.",
        hint: "Give each its own name, or make the two one with `any`.",
        width: name.value.unicodeScalars.count)
    }
  }

  private func name(of item: YAMLValue) -> Placed<String>? {
    guard case .mapping(let entries) = item.content,
      let entry = entries.first(where: { $0.name == "name" })
    else { return nil }
    return record.string(entry.value, "`name`")
  }
}

extension YAMLValue {
  /// Whether a value says the same as another but for one key, wherever the two stand.
  fileprivate func isSame(as other: YAMLValue, butFor key: String) -> Bool {
    switch (content, other.content) {
    case (.scalar(let own), .scalar(let other)):
      return own.text == other.text && own.kind == other.kind
    case (.sequence(let own), .sequence(let other)):
      return own.count == other.count
        && zip(own, other).allSatisfy { $0.isSame(as: $1, butFor: key) }
    case (.mapping(let own), .mapping(let other)):
      let (own, other) = (own.filter { $0.name != key }, other.filter { $0.name != key })
      return own.count == other.count
        && own.allSatisfy { entry in
          other.contains { $0.name == entry.name && $0.value.isSame(as: entry.value, butFor: key) }
        }
    default: return false
    }
  }
}
