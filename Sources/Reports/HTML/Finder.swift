/// A form by which the items of a page are found: by their words, and by what they are.
struct Finder {
  /// A list to choose from.
  struct Choice {
    /// The key of the items' data that holds the value, in small letters; its values stand each on a line of their own.
    let key: String
    /// What is chosen.
    let label: String
    /// The values, each with its name.
    let values: [(value: String, name: String)]

    /// Makes a list.
    init(_ key: String, _ label: String, _ values: [(value: String, name: String)]) {
      self.key = key
      self.label = label
      self.values = values
    }
  }

  /// What the items are, as a selector of CSS.
  let items: String
  /// What holds items and is hidden when all of them are, as a selector; empty when nothing is.
  let groups: String
  /// What one item is called, and what several are.
  let noun: (one: String, many: String)
  /// What the field for words is called.
  let label: String
  /// The lists to choose from.
  let choices: [Choice]

  /// Writes the form.
  func write(to page: inout HTMLWriter) {
    // Hidden until the script that it needs is there.
    page.element(
      "form",
      [
        "id": "finder", "class": "finder", "role": "search", "hidden": "hidden",
        "data-items": items, "data-groups": groups, "data-one": noun.one, "data-many": noun.many,
      ]
    ) { page in
      page.element("label", ["for": "find"], text: label)
      page.void("input", ["id": "find", "type": "search", "autocomplete": "off"])
      for choice in choices { write(choice, to: &page) }
      page.element("p", ["role": "status"], text: "")
    }
  }

  private func write(_ choice: Choice, to page: inout HTMLWriter) {
    let id = "find-\(choice.key)"
    page.element("label", ["for": id], text: choice.label)
    page.element("select", ["id": id, "data-key": choice.key, "autocomplete": "off"]) { page in
      page.element("option", ["value": ""], text: "any")
      for (value, name) in choice.values {
        page.element("option", ["value": value], text: name)
      }
    }
  }
}
