import Rules
import TestSupport
import Testing

struct HostilePacksTests {
  @Test func `a pack cut off at any byte is read or turned away, never neither`() throws {
    let files = try BrokenPackFiles.sound()
    for index in files.indices {
      for length in stride(from: 0, to: files[index].bytes.count, by: 5) {
        var cut = files
        cut[index].bytes.removeSubrange(length...)
        expectAnswer(cut, "\(files[index].path) cut at \(length)")
      }
    }
  }

  @Test func `a pack with changed bytes is read or turned away, never neither`() throws {
    var random = SeededGenerator(seed: 11)
    let files = try BrokenPackFiles.sound()
    let signs = Array("\n\t :-[]{}'\"&*!|>#%@`~?,\\<(x0é\u{2028}\u{FEFF}".utf8) + [0, 0x80, 0xFF]
    for round in 0..<800 {
      var changed = files
      for _ in 0...Int.random(in: 0...2, using: &random) {
        let file = Int.random(in: changed.indices, using: &random)
        let place = Int.random(in: changed[file].bytes.indices, using: &random)
        let sign = signs[Int.random(in: signs.indices, using: &random)]
        switch Int.random(in: 0...2, using: &random) {
        case 0: changed[file].bytes[place] = sign
        case 1: changed[file].bytes.insert(sign, at: place)
        default: changed[file].bytes.remove(at: place)
        }
      }
      expectAnswer(changed, "round \(round)")
    }
  }

  @Test func `a pack that lacks any of its lines is read or turned away, never neither`() throws {
    let files = try BrokenPackFiles.sound()
    for index in files.indices {
      let lines = files[index].bytes.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for line in lines.indices {
        var changed = files
        changed[index].bytes = Array(
          lines.enumerated().filter { $0.offset != line }.map(\.element)
            .joined(separator: [UInt8(ascii: "\n")]))
        expectAnswer(changed, "\(files[index].path) without line \(line + 1)")
      }
    }
  }

  @Test(arguments: ["[", "{", "- ", "? ", "{a: ", "[[{", "!", "&a ", "'", "\"", "|\n "])
  func `a file of nothing but openings is a fault`(opening: String) throws {
    var files = try BrokenPackFiles.sound()
    let text = String(repeating: opening, count: 20_000)
    files.append(PackFile(path: "lists/deep.yaml", bytes: Array(text.utf8)))
    let (pack, problems) = PackReader.read(files, isAttacking: false)
    #expect(pack == nil)
    #expect(problems.contains { $0.place.file == "lists/deep.yaml" })
  }

  @Test func `a file of more than a mebibyte is turned away unread`() throws {
    var files = try BrokenPackFiles.sound()
    let bytes = [UInt8](repeating: UInt8(ascii: "#"), count: (1 << 20) + 1)
    files.append(PackFile(path: "lists/huge.yaml", bytes: bytes))
    let problems = PackReader.read(files, isAttacking: false).problems
    #expect(problems.map(\.code) == [.unreadable])
    #expect(problems.first?.message.contains("1 MiB") == true)
  }

  @Test func `no files at all are a fault`() {
    let (pack, problems) = PackReader.read([])
    #expect(pack == nil)
    #expect(problems.map(\.code) == [.missingFile, .empty])
  }

  @Test func `lines may end in a carriage return as well`() throws {
    var files = try BrokenPackFiles.sound()
    let place = try #require(PackReader.read(files).pack?.rules.first?.flags.last?.place)
    for index in files.indices {
      files[index].bytes = files[index].bytes.flatMap {
        $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0]
      }
    }
    let (pack, problems) = PackReader.read(files)
    #expect(problems.map(\.rendered) == [])
    #expect(pack?.rules.first?.flags.last?.place == place)
  }

  private func expectAnswer(_ files: [PackFile], _ story: String) {
    let (pack, problems) = PackReader.read(files, isAttacking: false)
    #expect((pack == nil) == !problems.isEmpty, "\(story)")
    for problem in problems {
      #expect(problem.place.line >= 1 && problem.place.column >= 1, "\(story)")
      #expect(!problem.rendered.isEmpty, "\(story)")
    }
  }
}
