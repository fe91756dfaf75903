import Digests
import Foundation
import GRDB
import Testing

@testable import DecisionLog

/// The files of the log belong to the user alone, and hold no words of posts.
@Suite struct FileTests {
  private let test: TestLog

  init() throws {
    test = try TestLog()
  }

  private func mode(_ name: String) throws -> Int? {
    let path = test.folder.appendingPathComponent(name).path
    return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func setMode(_ mode: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  @Test func `the log and what lies beside it can be read by its owner alone`() throws {
    let log = try test.open()
    _ = try log.append(.sample())
    for name in ["decisions.sqlite", "decisions.sqlite-wal", "decisions.sqlite-shm"] {
      #expect(try mode(name) == 0o600, "\(name)")
    }
    withExtendedLifetime(log) {}
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: test.folder.path).allSatisfy {
        $0.hasPrefix("decisions.sqlite") && !$0.hasSuffix(".part")
      })
  }

  @Test func `opening takes over what stands beside the log, and waits for nobody who reads it`()
    throws
  {
    func sizeBeside() throws -> Int {
      let attributes = try FileManager.default.attributesOfItem(atPath: test.path + "-wal")
      return try #require(attributes[.size] as? Int)
    }
    let first = try test.open()
    for _ in 0..<200 { _ = try first.append(.sample()) }
    #expect(try sizeBeside() > 1 << 20)
    try first.file.look { db in
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM entries") == 200)
      _ = try test.open().append(.sample())
      #expect(try sizeBeside() > 1 << 20)
    }
    #expect(try test.open().append(.sample()).sequence == 202)
    #expect(try sizeBeside() < 100_000)
    #expect(try test.open().verify().flaw == nil)
    withExtendedLifetime(first) {}
  }

  @Test(arguments: [0o620, 0o602, 0o666])
  func `a log that others can write to is refused`(_ mode: Int) throws {
    _ = try test.open().append(.sample())
    try setMode(mode, of: test.path)
    let fault = #expect(throws: LogFault.self) { try test.open() }
    #expect(fault?.words.contains("chmod 600") == true)
  }

  @Test func `a log in a folder that others can write to is refused, and so is a link`() throws {
    _ = try test.open().append(.sample())
    try setMode(0o777, of: test.folder.path)
    let fault = #expect(throws: LogFault.self) { try test.open() }
    #expect(fault?.words.contains("chmod go-w") == true)
    try setMode(0o755, of: test.folder.path)
    let link = test.folder.appendingPathComponent("link.sqlite").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: test.path)
    #expect(throws: LogFault.self) {
      try DecisionLog(at: link, keys: LogKeys(test.key), keepsText: false) { 0 }
    }
  }

  @Test func `a file that is no log is left as it is`() throws {
    let bytes = Data("These are notes and no log at all. ".utf8) + Data(count: 4_096)
    try bytes.write(to: URL(fileURLWithPath: test.path))
    try setMode(0o600, of: test.path)
    #expect(throws: LogFault.self) { try test.open() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: test.path)) == bytes)
  }

  @Test func `a log that is not there is not made to be read`() throws {
    #expect(throws: LogFault.self) {
      try DecisionLog(
        at: test.path, keys: LogKeys(test.key), keepsText: false, mayMake: false
      ) { 0 }
    }
    #expect(!FileManager.default.fileExists(atPath: test.path))
  }

  @Test func `a key is made once, and others than its owner cannot read it`() throws {
    let path = test.folder.appendingPathComponent("deep/keys/decisions.key").path
    #expect(throws: LogFault.self) { try LogKeys.load(path, mayMake: false) }
    let first = try LogKeys.load(path)
    #expect(try LogKeys.load(path).publicKey == first.publicKey)
    #expect(try mode("deep/keys/decisions.key") == 0o600)
    #expect(try mode("deep/keys") == 0o700)
    try setMode(0o640, of: path)
    let fault = #expect(throws: LogFault.self) { try LogKeys.load(path) }
    #expect(fault?.words.contains("chmod 600") == true)
  }

  @Test func `programs that need a key at the same moment get the same one`() async throws {
    let path = test.folder.appendingPathComponent("decisions.key").path
    let keys = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<8 { group.addTask { try LogKeys.load(path).publicKey } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(keys.count == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: test.folder.path).count == 1)
  }

  @Test(arguments: ["", "abc", String(repeating: "g", count: 64)])
  func `a file that holds no key is left as it is`(_ text: String) throws {
    let path = test.folder.appendingPathComponent("decisions.key").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try setMode(0o600, of: path)
    #expect(throws: LogFault.self) { try LogKeys.load(path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(text.utf8))
  }

  // MARK: - Words of posts

  @Test
  func `the words of a post are in no byte of the files unless they are kept, and then sealed`()
    throws
  {
    let words = "canaryword in a post"
    for keepsText in [false, true] {
      let log = try test.open(keepsText: keepsText)
      let hash = log.contentHash(of: [Array(words.utf8)])
      let id = try log.append(.sample(contentHash: hash, text: words))
      let bytes = try test.bytes()
      #expect(bytes.range(of: Data(hash.utf8)) != nil)
      for hidden in [
        "canaryword", Hexadecimal.text(Array("canaryword".utf8)), Digests.sha256(words.utf8),
      ] {
        #expect(bytes.range(of: Data(hidden.utf8)) == nil)
      }
      let shown = try log.show(id, withText: true, by: "carl")
      #expect(shown.text.map { String(decoding: $0, as: UTF8.self) } == (keepsText ? words : nil))
    }
  }

  @Test func `sealed words open with their key alone, and in their place alone`() {
    let key = HashKey()
    let sealed = key.sealingKey(for: "text").seal(Array("Words".utf8), for: [1])
    #expect(key.sealingKey(for: "text").open(sealed, for: [1]) == Array("Words".utf8))
    #expect(key.sealingKey(for: "text").open(sealed, for: [2]) == nil)
    #expect(key.sealingKey(for: "other").open(sealed, for: [1]) == nil)
    #expect(HashKey().sealingKey(for: "text").open(sealed, for: [1]) == nil)
    #expect(key.sealingKey(for: "text").open([], for: [1]) == nil)
  }
}
