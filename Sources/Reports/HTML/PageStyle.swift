/// The style sheet that all pages share: light, dark and printed.
enum PageStyle {
  // It stands in the page as it is, so it has neither `<` nor `&`. Each pair of colours has a contrast over 4.5.
  static let sheet: StaticString = """

    :root {
      --page: #ffffff; --raised: #f6f7f9; --line: #c9ced6; --text: #1b1d21; --muted: #4a5059; --link: #0b4f9e;
      --focus: #b34700; --mark: #ffe08a; --mark-text: #1b1d21;
      --stop: #8a1212; --stop-page: #fde8e8; --serious: #6b3a00; --serious-page: #fff0d9;
      --caution: #54308a; --caution-page: #f2eafc; --advice: #0b4a6b; --advice-page: #e4f2f9;
      --plain: #33383f; --plain-page: #e9ebee; --live: #145a2c; --live-page: #e3f4e8;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #15171b; --raised: #1e2126; --line: #454b55; --text: #e9eaee; --muted: #b7bcc6; --link: #93c5ff;
        --focus: #ffb066; --mark: #6b5200; --mark-text: #ffffff;
        --stop: #ffc9c9; --stop-page: #571616; --serious: #ffdcab; --serious-page: #4d3000;
        --caution: #e3d0ff; --caution-page: #3b2560; --advice: #bfe5fa; --advice-page: #0d3d56;
        --plain: #e0e3e8; --plain-page: #363b43; --live: #c3efd0; --live-page: #12432a;
      }
    }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    html { scroll-padding-top: 1rem; }
    body { margin: 0 auto; max-width: 62rem; padding: 1rem 1rem 4rem; background: var(--page); color: var(--text);
      font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; overflow-wrap: break-word; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .4em; }
    h1 { font-size: 2rem; margin-top: 0; }
    h2 { font-size: 1.6rem; border-bottom: 2px solid var(--line); padding-bottom: .2em; margin-top: 2.2em; }
    h3 { font-size: 1.35rem; }
    h4 { font-size: 1.15rem; color: var(--muted); }
    p, ul, dl { margin: .4em 0; }
    ul { padding-left: 1.3rem; }
    a { color: var(--link); }
    a:focus-visible, summary:focus-visible, input:focus-visible, select:focus-visible, .wide:focus-visible {
      outline: 3px solid var(--focus); outline-offset: 2px; }
    code { font: .92em ui-monospace, "Cascadia Mono", "Liberation Mono", monospace; overflow-wrap: anywhere; }
    .skip { position: absolute; left: -100vw; background: var(--page); padding: .5rem 1rem; z-index: 1; }
    .skip:focus { left: 1rem; top: .5rem; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .eyebrow, .edition, .source, .why, .note, .kind, .effect { color: var(--muted); }
    .eyebrow { margin: 0; font-weight: 600; }
    .source, .note { font-size: .92rem; }
    nav { background: var(--raised); border: 1px solid var(--line); border-radius: .5rem; padding: .2rem 1.2rem 1rem; }
    nav h2 { font-size: 1.2rem; margin-top: .6em; border: 0; }
    summary { cursor: pointer; color: var(--link); min-height: 1.5rem; }
    .facts div { display: flex; flex-wrap: wrap; gap: 0 1rem; }
    .facts dt { min-width: 12rem; font-weight: 600; }
    .facts dd { margin: 0; overflow-wrap: anywhere; }
    .wide { overflow-x: auto; margin: 1em 0; position: relative; }
    table { border-collapse: collapse; width: 100%; font-size: .95rem; }
    caption { text-align: left; font-weight: 600; padding: .3em 0; }
    th, td { text-align: left; vertical-align: top; padding: .35em .8em .35em 0; border-bottom: 1px solid var(--line); }
    thead th { border-bottom-width: 2px; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    td.number { white-space: nowrap; }
    .finder { display: flex; flex-wrap: wrap; gap: .4rem .8rem; align-items: center; padding: .8rem 1rem; margin: 1rem 0;
      background: var(--raised); border: 1px solid var(--line); border-radius: .5rem; }
    .finder input, .finder select { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--muted);
      border-radius: .3rem; padding: .3rem .5rem; max-width: 100%; }
    .finder input { flex: 1 1 14rem; }
    .finder p { margin: 0; flex-basis: 100%; }
    .finder p:empty { display: none; }
    .badge { display: inline-block; border-radius: 1rem; padding: 0 .7em; font-size: .85rem; font-weight: 600;
      border: 1px solid currentColor; color: var(--plain); background: var(--plain-page); }
    .badge.stop, .badge.hold { color: var(--stop); background: var(--stop-page); }
    .badge.serious, .badge.review { color: var(--serious); background: var(--serious-page); }
    .badge.caution { color: var(--caution); background: var(--caution-page); }
    .badge.advice, .badge.advise { color: var(--advice); background: var(--advice-page); }
    .badge.live, .badge.clear { color: var(--live); background: var(--live-page); }
    .warning { border-left: 4px solid var(--focus); padding-left: 1rem; }
    blockquote { margin: 0; }
    blockquote p { margin: 0; white-space: pre-wrap; }
    mark { background: var(--mark); color: var(--mark-text); padding: 0 .1em; border-radius: .15em; }
    @media (max-width: 40rem) {
      body { padding: .7rem .7rem 3rem; }
      h1 { font-size: 1.6rem; }
    }
    @media print {
      :root { --page: #ffffff; --raised: #ffffff; --text: #000000; --muted: #333333; --link: #000000; --line: #777777;
        --mark: #e6e6e6; --mark-text: #000000; --focus: #555555; --plain: #000000; --plain-page: #ffffff;
        --stop: #000000; --stop-page: #ffffff; --serious: #000000; --serious-page: #ffffff; --caution: #000000;
        --caution-page: #ffffff; --advice: #000000; --advice-page: #ffffff; --live: #000000; --live-page: #ffffff; }
      body { max-width: none; font-size: 10pt; }
      .skip, .finder { display: none !important; }
      h1, h2, h3, h4, h5, h6, caption { break-after: avoid; }
      tr { break-inside: avoid; }
      mark { font-weight: 700; text-decoration: underline; }
      .wide { overflow: visible; }
    }

    """
}
