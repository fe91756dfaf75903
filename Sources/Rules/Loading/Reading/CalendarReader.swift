/// Reads a file of `calendars/`.
struct CalendarReader {
  /// Where faults go.
  let record: LoadRecord

  /// Reads a calendar; `nil` when something that it needs is missing, which is then reported.
  ///
  /// The stem is the file's name without its ending, which is the id.
  func read(_ value: YAMLValue, stem: String) -> Calendar? {
    let keys = ["id", "title", "source", "periods"]
    guard let mapping = MappingReader(value, "a calendar", keys: keys, record: record) else {
      return nil
    }
    let id = record.identity(of: mapping, stem: stem)
    let title = mapping.requiredString("title")
    let source = mapping.requiredString("source", hint: "Say where the dates come from.")
    // A calendar may wait for its first period: mourning is not foreseen.
    let periods = mapping.required("periods").flatMap {
      record.items($0, "`periods`", mayBeEmpty: true)
    }
    let read = (periods ?? []).compactMap(period)
    guard let id, let title, let source else { return nil }
    return Calendar(
      id: id.value, title: title, source: source, periods: read, place: id.place)
  }

  private func period(_ value: YAMLValue) -> Calendar.Period? {
    let keys = ["from", "to", "nations", "what"]
    guard let mapping = MappingReader(value, "a period", keys: keys, record: record) else {
      return nil
    }
    let from = mapping.required("from").flatMap { record.day($0, "`from`") }
    let to = mapping.required("to").flatMap { record.day($0, "`to`") }
    let what = mapping.requiredString("what")
    let nations = mapping.value("nations").map { written in
      record.oneOrMore(written, "`nations`").compactMap {
        record.word($0, "A nation", among: Vocabulary.nations)
      }
    }
    if let from, let to, to.utf8.lexicographicallyPrecedes(from.utf8) {
      record.report(
        .badDate, at: mapping.value("to") ?? value, "The period ends before it begins.",
        hint: "It begins on \(from); both days belong to it.")
    }
    guard let from, let to, let what else { return nil }
    return Calendar.Period(from: from, to: to, nations: nations ?? [], what: what)
  }
}
