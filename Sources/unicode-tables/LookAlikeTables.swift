/// The ASCII letters that other letters are read as, beyond what NFKC folds.
struct LookAlikeTables {
  /// One or two ASCII characters for a scalar.
  private(set) var letters: [UInt32: String] = [:]

  private let data: UnicodeData

  // Words that change a letter's form in its name, not what it is read as.
  private static let forms: Set<Substring> = [
    "AFRICAN", "ANGLICANA", "BARRED", "BLACKLETTER", "BROKEN", "CLOSED", "DOTLESS", "HALF",
    "INSULAR", "INVERTED", "LENIS", "LONG", "MIDDLE-WELSH", "OPEN", "REVERSED", "SCRIPT",
    "SIDEWAYS", "SIGMOID", "STIRRUP", "STRETCHED", "TAILLESS", "TURNED", "VISIGOTHIC",
  ]

  private static let numbers = [
    "ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN",
    "ELEVEN", "TWELVE", "THIRTEEN", "FOURTEEN", "FIFTEEN", "SIXTEEN", "SEVENTEEN", "EIGHTEEN",
    "NINETEEN", "TWENTY",
  ]

  /// Derives the letters from names and decompositions; the drawn-up ones win.
  init(_ data: UnicodeData, _ normalisation: NormalisationTables) {
    self.data = data
    for (scalar, record) in data.records where scalar > 0x7F {
      letters[scalar] = Self.letter(named: record.name[...])
    }
    for (letter, scalars) in DrawnLookAlikes.letters {
      for scalar in scalars.unicodeScalars { letters[scalar.value] = letter }
    }
    for (scalar, record) in normalisation.records where letters[scalar] == nil {
      letters[scalar] = letter(decomposed: record.canonical)
    }
    for (scalar, record) in normalisation.records
    where !record.isNormal[1] && record.canonical.isEmpty {
      letters[scalar] = nil
    }
  }

  private func letter(decomposed scalars: [UInt32]) -> String? {
    guard let head = scalars.first, scalars.count > 1,
      scalars.dropFirst().allSatisfy({ data.records[$0]?.category == "Mn" })
    else { return nil }
    if let ascii = Unicode.Scalar(head), ascii.isASCII, ascii.properties.isAlphabetic {
      return String(ascii)
    }
    return letters[head]
  }

  private static func letter(named name: Substring) -> String? {
    var words = name.split(separator: " ")
    if let with = words.firstIndex(of: "WITH") { words.removeSubrange(with...) }
    if words.last == "BAR" { words.removeLast() }
    if words.first == "CROSSED" { words.removeFirst() }
    if words.count >= 4, words.dropLast().last == "DIGIT" || words.dropLast().last == "NUMBER",
      words.contains("CIRCLED"), let last = words.last
    {
      return numbers.firstIndex(of: String(last)).map(String.init)
    }
    guard let last = words.popLast(), last.count == 1, last != "-" else { return nil }
    let kind = words.filter { !forms.contains($0) }
    switch kind {
    case ["LATIN", "CAPITAL", "LETTER"], ["NEGATIVE", "CIRCLED", "LATIN", "CAPITAL", "LETTER"],
      ["NEGATIVE", "SQUARED", "LATIN", "CAPITAL", "LETTER"]:
      return String(last)
    case ["LATIN", "SMALL", "LETTER"], ["LATIN", "LETTER", "SMALL", "CAPITAL"],
      ["LATIN", "LETTER"], ["LATIN", "EPIGRAPHIC", "LETTER"]:
      return last.lowercased()
    default:
      return nil
    }
  }

  /// Makes the file that holds the table.
  func file() -> GeneratedFile {
    var packed = PackedText()
    for (scalar, letter) in letters.sorted(by: { $0.key < $1.key }) {
      let bytes = Array(letter.utf8)
      packed.append(Int(scalar), width: 4)
      packed.append(Int(bytes[0]), width: 2)
      packed.append(bytes.count > 1 ? Int(bytes[1]) : 0, width: 2)
    }
    var file = GeneratedFile(
      extending: "LookAlikes", aspect: "Letters", source: "Debian's unicode-data")
    file.add("letters", "Scalar (4 characters) and its letters (2 each), by scalar.", packed.text)
    file.add("letterCount", "How many entries there are.", letters.count)
    return file.closed()
  }
}
