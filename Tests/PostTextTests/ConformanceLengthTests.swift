import Testing
import Yams

@testable import PostText

@Suite(.enabled(if: ConformanceSuite.isPresent, "the conformance suite is not beside the checkout"))
struct ConformanceLengthTests {
  static let limits: [String: LengthLimits] = [
    "WeightedTweetsCounterTest": .version2,
    "WeightedTweetsWithDiscountedEmojiCounterTest": .version3,
    "UnicodeDirectionalMarkerCounterTest": .version3,
  ]

  @Test(arguments: limits.keys.sorted())
  func `the suite's weighted lengths pass whole`(section: String) throws {
    let limits = try #require(Self.limits[section])
    let cases = try #require(try ConformanceSuite("validate.yml").sections[section])
    #expect(!cases.isEmpty)
    for item in cases {
      let measured = Self.measure(item.text, limits)
      let fields = try #require(item.expected.mapping)
      let found: [String: Int] = [
        "weightedLength": measured.length, "permillage": measured.permillage,
        "displayRangeStart": 0, "displayRangeEnd": max(0, measured.displayRange.upperBound - 1),
        "validRangeStart": 0, "validRangeEnd": max(0, measured.validRange.upperBound - 1),
      ]
      for (name, value) in found {
        #expect(fields[name]?.int == value, "\(item.description): \(name)")
      }
      #expect(fields["valid"]?.bool == measured.isValid, "\(item.description)")
    }
  }

  @Test func `the suite's posts of 140 characters pass whole`() throws {
    let cases = try #require(try ConformanceSuite("validate.yml").sections["tweets"])
    #expect(!cases.isEmpty)
    for item in cases {
      let isValid = Self.measure(item.text, .version1).isValid
      #expect(item.expected.bool == isValid, "\(item.description)")
    }
  }

  private static func measure(_ text: String, _ limits: LengthLimits) -> WeightedLength {
    var text = text
    var meter = LengthMeter(limits)
    return text.withUTF8 { meter.measure($0) }
  }
}
