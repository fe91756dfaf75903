import Foundation
import Rules
import Testing

/// The packs written down in `BrokenPacks`, beside this file.
enum BrokenPackFiles {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("BrokenPacks")

  /// The paths of all packs that cannot be read, relative to the folder and without their ending, in order.
  static let subjects = all.filter { !$0.hasPrefix("doubts/") }

  /// The paths of the packs that can be read, but of which `rules lint` has something to say.
  static let doubtful = all.filter { $0.hasPrefix("doubts/") }

  private static let all: [String] = {
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (all ?? []).filter { $0.hasSuffix(".pack") && $0 != "sound.pack" }
      .map { String($0.dropLast(5)) }.sorted()
  }()

  /// The file of a subject.
  static func path(_ subject: String) -> String {
    folder.appendingPathComponent(subject + ".pack").path
  }

  /// What all broken packs are expected to say, one after the other.
  static func expectations() throws -> [String] {
    try subjects.map { subject in
      let pack = URL(fileURLWithPath: path(subject))
      let golden = pack.deletingLastPathComponent().appendingPathComponent("Golden")
        .appendingPathComponent(pack.deletingPathExtension().lastPathComponent + ".txt")
      return try String(contentsOf: golden, encoding: .utf8)
    }
  }

  /// The files of the pack that has no fault.
  static func sound() throws -> [PackFile] {
    try BrokenPack(String(contentsOfFile: path("sound"), encoding: .utf8)).files
  }

  /// A broken pack.
  static func pack(_ subject: String) throws -> BrokenPack {
    try BrokenPack(
      String(contentsOfFile: path(subject), encoding: .utf8), changing: sound())
  }
}
