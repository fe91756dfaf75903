import Foundation
import PostText

/// Writes the word list of `PostText` from Debian's `scowl`, of which `wbritish` is made.
@main
enum WordListWriter {
  /// The folder of Debian's `scowl`.
  static let scowlFolder = "/usr/share/dict/scowl"

  /// Writes every generated file into the folder named on the command line.
  ///
  /// A second argument names another folder to read the lists from.
  static func main() throws {
    let arguments = CommandLine.arguments
    guard (2...3).contains(arguments.count) else { throw WordListFault.usage }
    let target = URL(fileURLWithPath: arguments[1], isDirectory: true)
    for file in try files(from: arguments.count == 3 ? arguments[2] : scowlFolder) {
      try Data(file.text.utf8).write(to: target.appendingPathComponent(file.name))
    }
  }

  /// Makes every generated file.
  static func files(from folder: String) throws -> [(name: String, text: String)] {
    var known: Set<String> = []
    var files: [(name: String, text: String)] = []
    var written: [String: String] = [:]
    for level in levels {
      let words = try level.lists.flatMap { list in
        try String(contentsOfFile: "\(folder)/\(list)", encoding: .isoLatin1)
          .split(separator: "\n").map(String.init)
      }
      let kept = Set(words).filter { isUseful($0, level.lengths) }.subtracting(known)
      known.formUnion(kept)
      // A plural is found by its singular.
      let stems = kept.filter { !($0.hasSuffix("s") && known.contains(String($0.dropLast()))) }
      let lines = lines(of: stems.sorted())
      written[level.name] = lines.joined(separator: "\n")
      files.append((level.fileName, text(of: level, lines)))
    }
    files.append(WordIndexWriter.file(of: tiers(written)))
    return files
  }

  /// The texts of all tiers, in the order of ``WordList/tiers``, with those that have just been made in place of those
  /// in the binary.
  private static func tiers(_ written: [String: String]) -> [String] {
    let names = [nil, nil, "commonWords", "ordinaryWords", "lessCommonWords", nil]
    return zip(WordList.tiers, names).map { tier, name in
      name.flatMap { written[$0] } ?? tier.words.description
    }
  }

  private struct Level {
    let name: String
    let summary: String
    let lists: [String]
    let lengths: ClosedRange<Int>
    var fileName: String { "WordList+\(name.prefix(1).uppercased() + name.dropFirst()).swift" }
  }

  private static let levels = [
    Level(
      name: "commonWords", summary: "The commonest words: SCOWL's level 10.",
      lists: ["english-words.10", "british-words.10"], lengths: 3...14),
    Level(
      name: "ordinaryWords", summary: "Ordinary words: SCOWL's level 20.",
      lists: ["english-words.20", "british-words.20"], lengths: 3...14),
    Level(
      name: "lessCommonWords", summary: "Less common words: SCOWL's level 35.",
      lists: ["english-words.35", "british-words.35", "british_variant_1-words.35"],
      lengths: 4...13),
  ]

  // Short words that are rare as words but frequent as pieces of others.
  private static let misleading: Set<String> = [
    "amp", "cam", "don", "doe", "hes", "ion", "ken", "nay", "oar", "sic", "thy", "ugh", "ups",
    "vat",
    "ness", "ties", "ling",
  ]

  private static func isUseful(_ word: String, _ lengths: ClosedRange<Int>) -> Bool {
    lengths.contains(word.utf8.count) && !misleading.contains(word)
      && word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  private static func lines(of words: [String]) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, last.utf8.count + word.utf8.count < 600 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  private static func text(of level: Level, _ lines: [String]) -> String {
    """
    // swift-format-ignore-file
    // Written by `swift run word-list` from Debian's scowl. Do not edit.
    // Copyright 2000-2018 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these
    // word lists, the associated scripts, the output created from the scripts, and its documentation for
    // any purpose is hereby granted without fee, provided that the above copyright notice appears in all
    // copies and that both that copyright notice and this permission notice appear in supporting
    // documentation. Kevin Atkinson makes no representations about the suitability of this array for any
    // purpose. It is provided "as is" without express or implied warranty.

    extension WordList {
      /// \(level.summary)
      static var \(level.name): StaticString {
        \"\"\"
    \(lines.map { "    " + $0 }.joined(separator: "\n"))
        \"\"\"
      }
    }

    """
  }
}

/// Why the word list cannot be written.
enum WordListFault: Error, CustomStringConvertible {
  /// The command line is not one or two folders.
  case usage

  var description: String { "usage: word-list <folder> [<scowl folder>]" }
}
