import Foundation

/// Writes the Unicode and domain tables of `PostText` from Debian's `unicode-data` and `publicsuffix`.
@main
enum UnicodeTables {
  /// The folder of Debian's `unicode-data`.
  static let unicodeFolder = "/usr/share/unicode"
  /// The file of Debian's `publicsuffix`.
  static let suffixFile = "/usr/share/publicsuffix/public_suffix_list.dat"

  /// Writes every generated file into the folder named on the command line.
  static func main() throws {
    guard CommandLine.arguments.count == 2 else { throw TableFault.usage }
    let folder = URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true)
    for file in try files() {
      try Data(file.text.utf8).write(to: folder.appendingPathComponent(file.name))
    }
  }

  /// Makes every generated file, in the order of their names.
  static func files() throws -> [GeneratedFile] {
    let data = try UnicodeData(folder: unicodeFolder)
    let normalisation = NormalisationTables(data)
    let lookAlikes = LookAlikeTables(data, normalisation)
    return try [
      ScalarPropertyTables(data, normalisation, lookAlikes).file(),
      lookAlikes.file(),
      ByteClassTable.file(),
      EmojiNameTables(folder: unicodeFolder).file(),
      TopLevelDomainTables(file: suffixFile).file(),
    ] + normalisation.files()
  }
}

/// Why the tables cannot be written.
enum TableFault: Error, CustomStringConvertible {
  /// The command line is not one folder.
  case usage
  /// A line of a source file does not have the expected shape.
  case line(String)
  /// A table does not fit the form in which it is stored.
  case size(String)

  var description: String {
    switch self {
    case .usage: "usage: unicode-tables <folder>"
    case .line(let line): "cannot read this line: \(line)"
    case .size(let table): "\(table) has outgrown its form"
    }
  }
}
