import Foundation
import PostText
import TestSupport
import Testing

struct PostTimeTests {
  @Test(arguments: [
    ("2024-05-01T12:00:00.000Z", "2024-05-01T12:00:00Z"),
    ("2024-05-01T12:00:00Z", "2024-05-01T12:00:00Z"),
    ("2024-05-01 12:00:00+01:00", "2024-05-01T11:00:00Z"),
    ("2024-05-01T12:00", "2024-05-01T12:00:00"),
    ("2012-05-31 23:30:00 -0100", "2012-06-01T00:30:00Z"), ("2024-02-29", "2024-02-29T00:00:00"),
    ("Sat Feb 18 12:33:11 +0000 2023", "2023-02-18T12:33:11Z"),
    ("Tue Dec 31 23:59:59 -0530 2019", "2020-01-01T05:29:59Z"),
    ("2024-05-01T12:00:00.123456+00", "2024-05-01T12:00:00Z"),
    ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
  ])
  func `times are read in the forms of exports`(_ text: String, _ told: String) {
    #expect(PostTime(text)?.description == told)
  }

  @Test(arguments: [
    "", "yesterday", "2023-02-29", "2024-13-01", "2024-05-01T24:00:00Z", "2024-05-01T12:60:00Z",
    "2024-05-01T12:00:00X", "2024-05-01T12:00:00+1", "2024-05-01T12:00:00+0100 ", "20240501",
    "Sat Feb 30 12:33:11 +0000 2023", "Sat Foo 18 12:33:11 +0000 2023",
    "Sat Feb 18 12:33 +0000 2023",
    "2024-05-01T", "2024-05-01T12:00:0", "２０２４-05-01", "2024-05-01T12:00:00+99:99",
    "2024-05-01T12:00:00+01:60",
    "2024-05-01T12:00:00.Z", "2024-05-01T12:00:00+0:1:0:0",
  ])
  func `what is no time is none`(_ text: String) {
    #expect(PostTime(text) == nil)
  }

  @Test func `every second since 1900 is told as the calendar has it`() {
    var random = SeededGenerator(seed: 4)
    let formatter = ISO8601DateFormatter()
    for _ in 0..<2_000 {
      let seconds = Int.random(in: -2_208_988_800..<7_258_118_400, using: &random)
      let told = formatter.string(from: Date(timeIntervalSince1970: TimeInterval(seconds)))
      let time = PostTime(seconds: seconds)
      #expect(time.description == told)
      #expect(PostTime(told) == time)
      #expect(time.day.map { "\(time.description)".hasPrefix("\($0.year)-") } == true)
    }
  }

  @Test(arguments: [
    ("Wed May 06 23:30:00 +0000 2026", "2026-05-07"), ("2026-05-06T23:30:00.000Z", "2026-05-07"),
    ("2026-05-06 23:30", "2026-05-06"), ("2026-05-06", "2026-05-06"),
    ("2026-10-25T00:59:59Z", "2026-10-25"), ("2026-10-25T23:30:00Z", "2026-10-25"),
  ])
  func `a time with a zone has the day of London, and one without the day that is written`(
    _ text: String, _ day: String
  ) {
    #expect(PostTime(text)?.day?.description == day)
  }

  @Test func `a leap second is read as the second after it`() {
    #expect(PostTime("2016-12-31T23:59:60Z")?.description == "2017-01-01T00:00:00Z")
  }
}
