import Rules

extension Handbook {
  /// Writes what comes after the rules.
  func writeAppendix(to page: inout HTMLWriter) {
    if let rates {
      page.chapter("rates", "Measured rates") { writeRates(rates, to: &$0) }
    }
    page.chapter("scopes", "Readings of a post") { writeScopes(to: &$0) }
    page.chapter("lists", "Word lists") { writeLists(to: &$0) }
    page.chapter("references", "References") { page in
      page.element("ul") { page in
        for work in pack.manifest.references {
          page.element("li", ["id": "reference-\(work.id)"]) { write(work, to: &$0) }
        }
      }
    }
  }

  private func writeScopes(to page: inout HTMLWriter) {
    page.element(
      "p",
      text:
        "What several rules have to know of a post, under one name: a quotation, an appeal, a condemnation."
    )
    let words = MatcherWords(handbook: self)
    for scope in pack.scopes {
      page.element("article", ["class": "scope", "id": "scope-\(scope.id)"]) { page in
        page.element("h3", text: scope.title)
        page.element(
          "p", ["class": "source"],
          text: "\(scope.id): speaks for \(Self.extent(of: scope.covers)). Any of these is enough:")
        page.element("ul", ["class": "logic"]) { page in
          for matcher in scope.match { page.element("li") { words.write(matcher, to: &$0) } }
        }
      }
    }
  }

  private static func extent(of cover: Scope.Cover) -> String {
    switch cover {
    case .span: "the words themselves"
    case .sentence: "the sentence that it stands in"
    case .post: "the whole draft"
    }
  }

  private func writeLists(to page: inout HTMLWriter) {
    page.element("p") { page in
      page.text("In a term ")
      page.element("code", text: "(a|b)")
      page.text(" is a choice, ")
      page.element("code", text: "(a|b)?")
      page.text(" one that may be left out, ")
      page.element("code", text: "kick~")
      page.text(" the word in all its forms, and ")
      page.element("code", text: "kick*")
      page.text(
        """
         the word with any ending. A space may also be a hyphen, and an apostrophe may be left out. Lists of words that \
        hurt are not spelled out here: the files of the pack have them.
        """)
    }
    let words = MatcherWords(handbook: self)
    for list in pack.lists {
      page.element("article", ["class": "list", "id": "list-\(list.id)"]) { page in
        page.element("h3", text: list.title)
        page.element("p", ["class": "source"], text: "\(list.id). Source: \(list.source)")
        if !list.includes.isEmpty {
          page.element("p") { page in
            for (index, other) in list.includes.enumerated() {
              page.text(index == 0 ? "Holds the terms of " : " and of ")
              page.element(
                "a", ["href": "#list-\(other.value)"],
                text: lists[other.value]?.title ?? other.value)
            }
            page.text(" too.")
          }
        }
        if list.isSensitive {
          page.element(
            "p", text: "\(Wording.count(list.terms.count, "term", "terms")), not spelled out here.")
        } else if !list.terms.isEmpty {
          words.fold(
            list.terms.map(\.value), Wording.count(list.terms.count, "term", "terms"), to: &page)
        }
      }
    }
  }
}
