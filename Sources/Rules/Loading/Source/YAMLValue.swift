/// A value of a YAML file with the place where it is written.
package struct YAMLValue {
  /// What the value is.
  package let content: Content
  /// Where it begins.
  package let place: SourcePlace
  /// How many columns of its first line it fills, at least 1.
  package let width: Int

  /// Makes a value.
  package init(content: Content, place: SourcePlace, width: Int) {
    self.content = content
    self.place = place
    self.width = width
  }

  /// The kinds of value.
  package indirect enum Content {
    /// A text, a number, a date, a truth value or nothing.
    case scalar(YAMLScalar)
    /// A list.
    case sequence([YAMLValue])
    /// Keys with their values, in the order written.
    case mapping([Entry])
  }

  /// A key with its value.
  package struct Entry {
    /// The key's text.
    package let name: String
    /// The key.
    package let key: YAMLValue
    /// The value.
    package let value: YAMLValue

    /// Pairs a key with its value.
    package init(name: String, key: YAMLValue, value: YAMLValue) {
      self.name = name
      self.key = key
      self.value = value
    }
  }

  /// The scalar that the value is, if it is one.
  package var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// True for a key with nothing after it.
  package var isNothing: Bool {
    scalar?.kind == .nothing
  }

  /// What the value is, in words for a message.
  package var noun: String {
    switch content {
    case .sequence: "a list"
    case .mapping: "a mapping of keys"
    case .scalar(let scalar): scalar.kind.noun
    }
  }
}

/// A scalar of a YAML file as it is written.
package struct YAMLScalar {
  /// The text that YAML makes of it.
  package let text: String
  /// How it is written.
  package let style: Style
  /// What YAML 1.1 takes it for.
  package let kind: PlainScalar

  /// Makes a scalar.
  package init(text: String, style: Style, kind: PlainScalar) {
    self.text = text
    self.style = style
    self.kind = kind
  }

  /// The ways of writing a scalar.
  package enum Style: Equatable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }
}
