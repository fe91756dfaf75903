import Digests
import Foundation
import Testing

@testable import DecisionLog

@Suite struct HeadTests {
  private let test: TestLog

  init() throws {
    test = try TestLog()
    _ = try test.open().append(.sample())
  }

  @Test func `a log that is not whole is not signed`() throws {
    let broken = try TestLog()
    for _ in 1...3 { _ = try broken.open().append(.sample()) }
    try broken.tamper("DELETE FROM entries WHERE sequence = 2")
    #expect(throws: LogFault.self) { try broken.open().head(by: "kim") }
  }

  @Test func `a head is read as it was written`() throws {
    let head = try test.open().head(by: "carl")
    #expect(LogHead(json: head.json) == head)
    #expect(head.sequence == 2)
    #expect(head.entries == 2)
    #expect(head.isSigned(by: head.publicKey))
  }

  @Test(arguments: ["sequence", "mac", "log", "at", "entries"])
  func `a head that was changed is found`(_ member: String) throws {
    var head = try test.open().head(by: "carl")
    switch member {
    case "sequence": head.sequence = 1
    case "mac": head.mac = String(head.mac.reversed())
    case "log": head.log = String(head.log.reversed())
    case "at": head.at += 1
    default: head.entries += 1
    }
    #expect(try test.open().verify(against: head).flaw?.kind == .badSignature)
  }

  @Test func `a head of another log or another signer is not taken`() throws {
    let other = try TestLog()
    _ = try other.open().append(.sample())
    let head = try other.open().head(by: "carl")
    #expect(try test.open().verify(against: head).flaw?.kind == .otherSigner)
    #expect(
      try test.open().verify(against: head, publicKey: head.publicKey).flaw?.kind == .otherLog)
    let own = try test.open().head(by: "carl")
    #expect(
      try test.open().verify(against: own, publicKey: head.publicKey).flaw?.kind == .otherSigner)
  }

  /// OpenSSL wants the public key in the envelope of RFC 8410.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")))
  func `the signature of a head is one that others can check`() throws {
    let head = try test.open().head(by: "carl")
    let key = try #require(Hexadecimal.bytes(head.publicKey.utf8))
    let envelope: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0]
    let files: [(String, [UInt8])] = [
      ("key", envelope + key), ("head", head.signedBytes),
      ("signature", try #require(Hexadecimal.bytes(head.signature.utf8))),
    ]
    for (name, bytes) in files {
      try Data(bytes).write(to: test.folder.appendingPathComponent(name))
    }
    #expect(try status() == 0)
    try Data(head.signedBytes.dropLast()).write(to: test.folder.appendingPathComponent("head"))
    #expect(try status() != 0)
  }

  private func status() throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.currentDirectoryURL = test.folder
    process.arguments = [
      "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", "key", "-in", "head",
      "-sigfile", "signature",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
