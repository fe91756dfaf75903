/// What a handbook needs beside the style sheet of all pages.
enum HandbookStyle {
  // It stands in the page as it is, so it has neither `<` nor `&`.
  static let sheet: StaticString = """

    h5 { font-size: 1.15rem; margin-top: 0; }
    h6 { font-size: .95rem; margin-top: 1.2em; }
    nav details { display: inline-block; vertical-align: top; margin-left: .5rem; font-size: .92rem; }
    nav details li { padding: .15rem 0; }
    .rule, .scope, .list { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.2rem; margin: 1rem 0; }
    .scope h3, .list h3 { font-size: 1.05rem; margin-top: 0; }
    .rule:target, .scope:target, .list:target { border-color: var(--focus); outline: 1px solid var(--focus); }
    .tags { margin: 0; }
    .id { margin-right: .4rem; }
    .told { border-left: 4px solid var(--line); padding-left: 1rem; }
    .examples { list-style: none; padding: 0; }
    .examples li { border-left: 4px solid var(--line); padding: .1rem 0 .1rem .9rem; margin: .6rem 0; }
    .examples.found li { border-left-color: var(--focus); }
    .terms { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem .8rem; }
    @media (max-width: 40rem) {
      .rule, .scope, .list { padding: .8rem; }
      nav details { display: block; margin-left: 0; }
    }
    @media print {
      nav details { display: none; }
      .rule { border-width: 1px 0 0; border-radius: 0; padding: .8rem 0; }
      .examples li, .told { break-inside: avoid; }
      a.outside::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
    }

    """
}
