import Testing
import Yams

@testable import PostText

@Suite(.enabled(if: ConformanceSuite.isPresent, "the conformance suite is not beside the checkout"))
struct ConformanceValidateTests {
  static let checks: [String: @Sendable (UnsafeBufferPointer<UInt8>) -> Bool] = [
    "usernames": { isWhole($0, .mention) },
    "lists": { isWhole($0, .list) },
    "hashtags": { isWhole($0, .hashtag) },
    "urls": { AddressSyntax.isValid($0) },
    "urls_without_protocol": { AddressSyntax.isValid($0, requiresScheme: false) },
  ]

  /// Whether scanning a text gives one entity of a kind, from its first byte to its last.
  private static func isWhole(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kind: Entity.Kind
  ) -> Bool {
    var scanner = EntityScanner()
    var entities: [Entity] = []
    scanner.scan(bytes, into: &entities)
    return entities.count == 1 && entities[0].kind == kind && entities[0].range == bytes.indices
  }

  @Test func `every section of the validation suite is tested`() throws {
    let known = Set(Self.checks.keys).union(ConformanceLengthTests.limits.keys).union(["tweets"])
    #expect(Set(try ConformanceSuite("validate.yml").sections.keys) == known)
  }

  @Test(arguments: checks.keys.sorted())
  func `the validation suite passes whole`(section: String) throws {
    let check = try #require(Self.checks[section])
    let cases = try #require(try ConformanceSuite("validate.yml").sections[section])
    #expect(!cases.isEmpty)
    for item in cases {
      var text = item.text
      #expect(text.withUTF8(check) == item.expected.bool, "\(item.description)")
    }
  }
}
