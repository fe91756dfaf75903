/// What the page of an audit needs beside the style sheet of all pages.
enum AuditStyle {
  // It stands in the page as it is, so it has neither `<` nor `&`. Each bar has a contrast over 3 to the page.
  static let sheet: StaticString = """

    :root { --bar-hold: #a5161c; --bar-review: #c0690a; --bar-advise: #3b7dab; --bar-clear: #7f8a97; --grid: #dfe3e8; }
    @media (prefers-color-scheme: dark) {
      :root { --bar-hold: #ff8080; --bar-review: #f0ad4e; --bar-advise: #6fb7e3; --bar-clear: #808a97; --grid: #343a43; }
    }
    h3 { font-size: 1.15rem; }
    h4 { font-size: 1rem; color: inherit; margin: 0; }
    .inputs { color: var(--muted); overflow-wrap: anywhere; }
    nav ul { columns: 14rem; }
    .lead { font-size: 1.1rem; }
    .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .8rem; margin: 1.2rem 0;
      padding: 0; list-style: none; }
    .tiles li { border: 1px solid var(--line); border-top: .35rem solid var(--bar-clear); border-radius: .5rem;
      background: var(--raised); padding: .7rem 1rem .9rem; }
    .tiles .hold { border-top-color: var(--bar-hold); }
    .tiles .review { border-top-color: var(--bar-review); }
    .tiles .advise { border-top-color: var(--bar-advise); }
    .tiles strong { display: block; font-size: 2.1rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
    .tiles span { display: block; }
    .tiles .name { font-weight: 600; text-transform: capitalize; }
    .tiles .meaning { color: var(--muted); font-size: .92rem; }
    .care { border: 1px solid var(--line); border-left: 4px solid var(--focus); border-radius: .3rem; padding: .5rem 1rem;
      margin: 1.2rem 0; background: var(--raised); }
    .care p { margin: .3em 0; }
    figure { margin: 1rem 0; }
    figure .wide { margin: .4rem 0; }
    .legend { list-style: none; padding: 0; margin: .3rem 0; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; font-size: .92rem; }
    .legend svg { width: .9em; height: .9em; margin-right: .4em; vertical-align: -.08em; }
    .chart { display: block; width: 100%; min-width: 34rem; height: auto; }
    .chart text { fill: var(--muted); font-size: 13px; font-family: inherit; }
    .chart .title { fill: var(--text); font-weight: 600; }
    .grid { stroke: var(--grid); stroke-width: 1; }
    .base { stroke: var(--muted); stroke-width: 1; }
    .fill-hold { fill: var(--bar-hold); }
    .fill-review { fill: var(--bar-review); }
    .fill-advise { fill: var(--bar-advise); }
    .fill-clear { fill: var(--bar-clear); }
    .range { stroke: var(--text); stroke-width: 2; vector-effect: non-scaling-stroke; }
    .zero { stroke: var(--muted); stroke-width: 1; stroke-dasharray: 3 2; vector-effect: non-scaling-stroke; }
    .bar { display: block; width: 100%; min-width: 7rem; height: 1em; margin-top: .25em; }
    .post { border: 1px solid var(--line); border-left: .35rem solid var(--bar-advise); border-radius: .5rem;
      padding: .9rem 1.2rem 1rem; margin: 1rem 0; }
    .post.hold { border-left-color: var(--bar-hold); }
    .post.review { border-left-color: var(--bar-review); }
    .post h3 { margin: 0 0 .3rem; display: flex; flex-wrap: wrap; gap: .2rem .6rem; align-items: baseline; }
    .post blockquote { background: var(--raised); border-radius: .4rem; padding: .7rem 1rem; margin: .6rem 0; font-size: 1.05rem; }
    .finding { margin: .9rem 0 0; padding-left: 1rem; border-left: 2px solid var(--line); }
    .finding p { margin: .25em 0; }
    .flagged { min-width: 44rem; }
    .rows th { font-weight: 400; white-space: nowrap; }
    .rows td { min-width: 8rem; }
    .rows .words { min-width: 20rem; white-space: pre-wrap; overflow-wrap: anywhere; }
    .rows ul, .plain { list-style: none; padding: 0; margin: 0; }
    @media (max-width: 40rem) {
      .post { padding: .7rem .8rem; }
      .tiles { grid-template-columns: 1fr 1fr; }
    }
    @media (max-width: 22rem) {
      .tiles { grid-template-columns: 1fr; }
    }
    @media print {
      :root { --bar-hold: #000000; --bar-review: #555555; --bar-advise: #999999; --bar-clear: #bbbbbb; --grid: #cccccc; }
      nav { display: none; }
      .post, .tiles li, figure { break-inside: avoid; }
      .chart, .rows td, .rows .words { min-width: 0; }
      details::details-content { content-visibility: visible; block-size: auto; }
    }

    """
}
