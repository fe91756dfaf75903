// Benchmarks are built for release, where there is no Testing.
#if canImport(Testing)
  package import Foundation
  package import Testing

  /// Output that is kept in a file and must not change unnoticed.
  package enum Golden {
    /// Holds output against the file of that name in the folder `Golden` beside the test.
    ///
    /// With `RECORD_GOLDEN=1` in the environment the file is written, and the test fails so that recording
    /// never passes for a check.
    package static func expect(
      _ actual: some Sequence<UInt8>, _ name: String, testFile: String = #filePath,
      at place: SourceLocation = #_sourceLocation
    ) {
      let file = URL(fileURLWithPath: testFile).deletingLastPathComponent()
        .appendingPathComponent("Golden").appendingPathComponent(name)
      expect(actual, name, in: file, at: place)
    }

    /// Holds output against a file anywhere, by the same rules; `name` is what messages call it.
    package static func expect(
      _ actual: some Sequence<UInt8>, _ name: String, in file: URL,
      at place: SourceLocation = #_sourceLocation
    ) {
      let actual = Data(actual)
      if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
        do {
          try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try actual.write(to: file)
          Issue.record("recorded \(name)", sourceLocation: place)
        } catch {
          Issue.record("could not record \(name): \(error)", sourceLocation: place)
        }
        return
      }
      guard let expected = FileManager.default.contents(atPath: file.path) else {
        Issue.record("no golden \(name); record it with RECORD_GOLDEN=1", sourceLocation: place)
        return
      }
      guard expected != actual else { return }
      let shown = difference(
        from: String(decoding: expected, as: UTF8.self), to: String(decoding: actual, as: UTF8.self)
      )
      Issue.record("\(name) differs\n\(shown)", sourceLocation: place)
    }

    /// The first line that differs, with the line that was expected.
    private static func difference(from expected: String, to actual: String) -> String {
      let expected = lines(of: expected)
      let actual = lines(of: actual)
      let same = zip(expected, actual).prefix { $0 == $1 }.count
      let wanted = same < expected.count ? expected[same] : "(end)"
      let found = same < actual.count ? actual[same] : "(end)"
      return "line \(same + 1)\nexpected: \(wanted)\n   found: \(found)"
    }

    private static func lines(of text: String) -> [String] {
      text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }
#endif
