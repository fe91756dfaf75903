import Yams

/// Reads one file of a pack as YAML and reports what is wrong with its form.
struct YAMLReader {
  /// The deepest nesting that a file may have.
  static let depthLimit = 32

  /// The file.
  let source: SourceText
  /// Where faults go.
  let record: LoadRecord
  private let untagged = Tag(.implicit)
  private let taggedAsText = Tag(.str)
  /// The keys that were changed to get past duplicates, by place, as written.
  private var disguised: [SourcePlace: String] = [:]

  /// Reads a file; `nil`, and a fault in the record, when it is no YAML.
  static func read(_ source: SourceText, into record: LoadRecord) -> YAMLValue? {
    var reader = YAMLReader(source: source, record: record)
    if let (name, place) = AliasScan.alias(in: source) {
      record.report(
        .notYAML, at: place, "The YAML alias `*\(name)` stands here; no aliases are allowed.",
        hint: "Write the value out where it is used, or make it a list.",
        width: name.utf8.count + 1)
      return nil
    }
    return reader.read()
  }

  private init(source: SourceText, record: LoadRecord) {
    self.source = source
    self.record = record
  }

  /// Parses, disguising one duplicate key a round, since the parser gives up at the first.
  private mutating func read() -> YAMLValue? {
    var scalars = Array(source.text.unicodeScalars)
    for round in 0..<64 {
      do {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        let parser = try Parser(yaml: String(text), resolver: .basic, encoding: .utf8)
        // The nodes hold their anchors weakly; the parser keeps them.
        return try withExtendedLifetime(parser) {
          guard let root = try parser.singleRoot() else {
            record.report(
              .empty, at: source.place(line: 1, column: 1), "The file holds nothing.",
              hint: "Write it, or remove it.")
            return nil
          }
          return value(of: root, depth: 0)
        }
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let place = source.place(line: context.mark.line, column: context.mark.column)
        guard let offset = offset(ofKey: keys.first ?? "", at: place, in: scalars),
          let disguise = Unicode.Scalar(0xE000 + UInt32(round))
        else {
          record.report(.duplicateKey, at: place, "This key stands twice in one mapping.")
          return nil
        }
        disguised[place] = disguised[place] ?? keys.first
        scalars[offset] = disguise
      } catch {
        report(error)
        return nil
      }
    }
    record.report(
      .duplicateKey, at: source.place(line: 1, column: 1),
      "The file has too many keys that stand twice.", hint: "Keep one of each.")
    return nil
  }

  private func offset(
    ofKey key: String, at place: SourcePlace, in scalars: [Unicode.Scalar]
  ) -> Int? {
    var offset = 0
    var line = 1
    while line < place.line, offset < scalars.count {
      let isBreak = scalars[offset] == "\n" || scalars[offset] == "\r"
      let isPair = scalars[offset] == "\r" && scalars.dropFirst(offset + 1).first == "\n"
      if isBreak && !isPair { line += 1 }
      offset += 1
    }
    offset += place.column - 1
    if scalars.indices.contains(offset), ["'", "\""].contains(scalars[offset]) { offset += 1 }
    guard scalars.indices.contains(offset), let first = key.unicodeScalars.first,
      scalars[offset] == first, first != "\\"
    else { return nil }
    return offset
  }

  private func value(of node: Node, depth: Int) -> YAMLValue? {
    let place = source.place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    if depth > Self.depthLimit {
      reportDepth(at: place)
      return nil
    }
    if let anchor = node.anchor {
      record.report(
        .notYAML, at: place, "The YAML anchor `&\(anchor.rawValue)` stands here.",
        hint: "Put a text that begins with `&` in quotes.", width: anchor.rawValue.utf8.count + 1)
      return nil
    }
    switch node {
    case .scalar(let scalar): return value(of: scalar, at: place)
    case .sequence(let sequence):
      var values: [YAMLValue] = []
      for child in sequence {
        guard let value = value(of: child, depth: depth + 1) else { return nil }
        values.append(value)
      }
      return YAMLValue(content: .sequence(values), place: place, width: 1)
    case .mapping(let mapping): return value(of: mapping, at: place, depth: depth)
    case .alias: return nil
    }
  }

  private func value(of scalar: Node.Scalar, at place: SourcePlace) -> YAMLValue? {
    let isText = scalar.tag == taggedAsText
    guard isText || scalar.tag == untagged else {
      record.report(
        .notYAML, at: place, "A YAML tag stands here; no tags are allowed.",
        hint: "Put a text that begins with `!` in quotes.")
      return nil
    }
    let style: YAMLScalar.Style =
      switch scalar.style {
      case .singleQuoted: .singleQuoted
      case .doubleQuoted: .doubleQuoted
      case .literal: .literal
      case .folded: .folded
      case .any, .plain: .plain
      }
    let isPlain = style == .plain && !isText
    let written = YAMLScalar(
      text: scalar.string, style: style, kind: isPlain ? PlainScalar(scalar.string) : .text)
    return YAMLValue(
      content: .scalar(written), place: place, width: source.width(of: written, at: place))
  }

  private func value(
    of mapping: Node.Mapping, at place: SourcePlace, depth: Int
  ) -> YAMLValue? {
    var entries: [YAMLValue.Entry] = []
    var first: [String: SourcePlace] = [:]
    for (keyNode, valueNode) in mapping {
      guard let key = value(of: keyNode, depth: depth + 1) else { return nil }
      guard let value = value(of: valueNode, depth: depth + 1) else { return nil }
      guard let scalar = key.scalar else {
        record.report(.wrongType, at: key.place, "A key must be a word, not \(key.noun).")
        continue
      }
      let name = disguised[key.place] ?? scalar.text
      if let earlier = first[name] {
        record.report(
          .duplicateKey, at: key.place, "The key `\(name)` stands twice in one mapping.",
          hint: "The first is on line \(earlier.line); keep one of them.",
          width: scalar.style == .plain ? name.unicodeScalars.count : key.width)
      } else {
        first[name] = key.place
        entries.append(YAMLValue.Entry(name: name, key: key, value: value))
      }
    }
    return YAMLValue(content: .mapping(entries), place: place, width: 1)
  }
}
