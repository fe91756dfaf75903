/// What every page of TweetLint has in common.
extension HTMLWriter {
  /// Writes a whole page that asks nothing of any other place.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - toolVersion: The version of the program.
  ///   - sheets: The style sheets, later ones over earlier ones.
  ///   - body: Writes what is on the page.
  mutating func page(
    _ title: String, toolVersion: String, sheets: [StaticString],
    _ body: (inout HTMLWriter) -> Void
  ) {
    element("html", ["lang": "en-GB"]) { page in
      page.element("head") { $0.head(title, toolVersion: toolVersion, sheets: sheets) }
      page.element("body") { page in
        body(&page)
        page.element("script") { $0.verbatim(FinderScript.source) }
      }
    }
  }

  private mutating func head(_ title: String, toolVersion: String, sheets: [StaticString]) {
    void("meta", ["charset": "utf-8"])
    void(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content":
          "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
          + "base-uri 'none'; form-action 'none'",
      ])
    void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    void("meta", ["name": "color-scheme", "content": "light dark"])
    void("meta", ["name": "generator", "content": "TweetLint \(toolVersion)"])
    element("title", text: title)
    element("style") { style in
      for sheet in sheets { style.verbatim(sheet) }
    }
  }

  /// Writes a section with a heading.
  mutating func chapter(
    _ id: String, _ title: String, _ content: (inout HTMLWriter) -> Void
  ) {
    element("section", ["id": id, "aria-labelledby": "\(id)-title"]) { page in
      page.element("h2", ["id": "\(id)-title"], text: title)
      content(&page)
    }
  }

  /// Writes an item of a list that leads to a place on the page.
  mutating func link(to id: String, _ title: String) {
    element("li") { $0.element("a", ["href": "#\(id)"], text: title) }
  }

  /// Writes a word in a coloured box.
  mutating func badge(_ kind: String, _ text: String) {
    element("span", ["class": "badge \(kind)"], text: text)
  }

  /// Writes a name with its value; it stands in a list of facts.
  mutating func fact(_ name: String, _ value: String) {
    element("div") { page in
      page.element("dt", text: name)
      page.element("dd", text: value)
    }
  }
}
