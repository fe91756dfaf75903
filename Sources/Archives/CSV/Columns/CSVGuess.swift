/// Which columns of a table hold what, by their names and, where a name may mean many things, by what stands in them.
struct CSVGuess {
  /// The column of each role.
  private(set) var places: [Int?]
  /// What could be told of the columns alone, and is not certain.
  private(set) var complaints: [(code: String, message: String)] = []

  private let header: CSVHeader
  private let rows: [[String]]

  /// Looks at the names of the columns and at the first rows; fails when none can be told to hold the text.
  init(_ table: CSVTable) throws(ArchiveFailure) {
    header = table.header
    rows = table.firstRows()
    places = MappedRole.allCases.map { [header] in header.column(amongst: $0.knownNames) }
    if places[MappedRole.text.slot] == nil { try guessText() }
    complainOfDates()
  }

  // MARK: - The text

  private mutating func guessText() throws(ArchiveFailure) {
    let known = MappedRole.doubtfulTextNames.compactMap { header.column(amongst: [$0]) }
    guard let place = known.first(where: { rows.isEmpty || holdsPosts($0) }) else {
      throw .noTextColumn(header)
    }
    places[MappedRole.text.slot] = place
    let others = header.names.indices.filter { !places.contains($0) && holdsPosts($0) }
    guard !others.isEmpty else { return }
    let names = others.map { "`\(header.names[$0])`" }.joined(separator: ", ")
    complaints.append(
      (
        "guessed-column",
        "The text was read from the column `\(header.names[place])`; what looks like posts, too, in \(names) was not "
          + "read. Say which one it is, and audit the file once for each: \(CSVMapping.example)."
      ))
  }

  /// True when most cells of a column are texts of several words, and not the same few over and over.
  private func holdsPosts(_ place: Int) -> Bool {
    let cells = cells(place)
    let texts = cells.filter { $0.utf8.split(whereSeparator: \.isBlank).count >= 3 }
    return texts.count * 2 > cells.count && Set(texts).count * 8 > cells.count
  }

  // MARK: - The date

  /// Tells that the days of posts are unknown where dates stand in a column that is not known to hold them.
  private mutating func complainOfDates() {
    guard places[MappedRole.date.slot] == nil,
      let place = header.names.indices.first(where: { !places.contains($0) && holdsDates($0) })
    else { return }
    complaints.append(
      (
        "no-date-column",
        "No column is known to hold the dates of posts, so what depends on the day was not checked. The columns are "
          + "\(header.list). If it is `\(header.names[place])`, say so: --map "
          + "'text=\"\(header.names[places[MappedRole.text.slot] ?? 0])\",date=\"\(header.names[place])\"'."
      ))
  }

  private func holdsDates(_ place: Int) -> Bool {
    let cells = cells(place)
    let dates = cells.filter {
      WrittenDate($0).map { $0 != .clock } == true && $0.utf8.contains { !$0.isDigit }
    }
    return dates.count * 2 > cells.count
  }

  /// What stands in a column, but for blank cells.
  private func cells(_ place: Int) -> [String] {
    rows.compactMap { place < $0.count && !$0[place].isBlank ? $0[place] : nil }
  }
}
