/// A value of a YAML file with the place where it is written.
struct YAMLValue {
  /// What the value is.
  let content: Content
  /// Where it begins.
  let place: SourcePlace
  /// How many columns of its first line it fills, at least 1.
  let width: Int

  /// The kinds of value.
  indirect enum Content {
    /// A text, a number, a date, a truth value or nothing.
    case scalar(YAMLScalar)
    /// A list.
    case sequence([YAMLValue])
    /// Keys with their values, in the order written.
    case mapping([Entry])
  }

  /// A key with its value.
  struct Entry {
    /// The key's text.
    let name: String
    /// The key.
    let key: YAMLValue
    /// The value.
    let value: YAMLValue
  }

  /// The scalar that the value is, if it is one.
  var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// True for a key with nothing behind it.
  var isNothing: Bool {
    scalar?.kind == .nothing
  }

  /// What the value is, in words for a message.
  var noun: String {
    switch content {
    case .sequence: "a list"
    case .mapping: "a mapping of keys"
    case .scalar(let scalar): scalar.kind.noun
    }
  }
}

/// A scalar of a YAML file as it is written.
struct YAMLScalar {
  /// The text that YAML makes of it.
  let text: String
  /// How it is written.
  let style: Style
  /// What YAML 1.1 takes it for.
  let kind: PlainScalar

  /// The ways of writing a scalar.
  enum Style: Equatable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }
}
