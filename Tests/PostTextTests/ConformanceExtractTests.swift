import Testing
import Yams

@testable import PostText

@Suite(.enabled(if: ConformanceSuite.isPresent, "the conformance suite is not beside the checkout"))
struct ConformanceExtractTests {
  /// An entity as the suite writes it, without its sign.
  struct Found {
    let entity: Entity
    let text: String
    let indices: [Int]
    let name: String
    let whole: String
  }

  @Test func `every section of the extraction suite is tested`() throws {
    let known = Set(Self.kinds.keys).union(["replies"])
    #expect(Set(try ConformanceSuite("extract.yml").sections.keys) == known)
  }

  @Test(arguments: kinds.keys.sorted())
  func `the extraction suite passes whole`(section: String) throws {
    let kinds = try #require(Self.kinds[section])
    let cases = try #require(try ConformanceSuite("extract.yml").sections[section])
    #expect(!cases.isEmpty)
    for item in cases {
      let found = Self.entities(item.text).filter { kinds.contains($0.entity.kind) }
      let expected = try #require(item.expected.sequence)
      #expect(found.count == expected.count, "\(item.description)")
      for (entity, node) in zip(found, expected) {
        #expect(Self.matches(entity, node), "\(item.description): \(entity)")
      }
    }
  }

  @Test func `the suite's replies pass whole`() throws {
    let cases = try #require(try ConformanceSuite("extract.yml").sections["replies"])
    #expect(!cases.isEmpty)
    for item in cases {
      var text = item.text
      let name = text.withUTF8 { bytes in
        EntityScanner.reply(bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
      }
      #expect(name ?? "" == item.expected.string ?? "", "\(item.description)")
    }
  }

  @Test func `every top-level domain of the suite that still exists makes a link`() throws {
    var missing: Set<String> = []
    for cases in try ConformanceSuite("tlds.yml").sections.values {
      for item in cases {
        let links = Self.entities(item.text).filter { $0.entity.kind == .link }.map(\.whole)
        let expected = try #require(item.expected.sequence).map { $0.string ?? "" }
        if links != expected { missing.insert(item.text) }
      }
    }
    // The suite of 2018 lists domains that left the root zone since, or were never in it.
    #expect(missing.count == 100)
    #expect(missing.contains("https://twitter.chrysler"))
    #expect(missing.isDisjoint(with: ["https://twitter.com", "https://twitter.uk"]))
  }

  static let kinds: [String: Set<Entity.Kind>] = [
    "mentions": [.mention], "mentions_with_indices": [.mention],
    "mentions_or_lists_with_indices": [.mention, .list], "urls": [.link],
    "urls_with_indices": [.link], "urls_with_directional_markers": [.link],
    "tco_urls_with_params": [.link], "hashtags": [.hashtag], "hashtags_from_astral": [.hashtag],
    "hashtags_with_indices": [.hashtag], "cashtags": [.cashtag],
    "cashtags_with_indices": [.cashtag],
  ]

  private static func matches(_ found: Found, _ node: Node) -> Bool {
    guard let fields = node.mapping else { return node.scalar?.string == found.text }
    let indices = fields["indices"]?.sequence?.compactMap(\.int)
    if let list = fields["list_slug"]?.string {
      return fields["screen_name"]?.string == found.name && indices == found.indices
        && list == String(found.text.dropFirst(found.name.count))
    }
    let text = ["screen_name", "url", "hashtag", "cashtag"].compactMap { fields[$0]?.string }
    return text == [found.text] && indices == found.indices
  }

  // The suite counts in code points here; its texts have none beyond the first plane.
  private static func entities(_ text: String) -> [Found] {
    var text = text
    var entities: [Entity] = []
    var scanner = EntityScanner()
    return text.withUTF8 { bytes in
      scanner.scan(bytes, into: &entities)
      return entities.map { entity in
        let start = entity.kind == .link ? entity.range.lowerBound : entity.name.lowerBound
        return Found(
          entity: entity,
          text: String(decoding: bytes[start..<entity.range.upperBound], as: UTF8.self),
          indices: [entity.range.lowerBound, entity.range.upperBound].map {
            String(decoding: bytes[..<$0], as: UTF8.self).unicodeScalars.count
          },
          name: String(decoding: bytes[entity.name], as: UTF8.self),
          whole: String(decoding: bytes[entity.range], as: UTF8.self))
      }
    }
  }
}
