import PostText
import Rules
import Testing

@testable import RiskEngine

/// What belongs to the force is no private person's, for the rules that say so.
struct OwnValueTests {
  private var options: CheckOptions {
    var own = OwnValues()
    own.hotlines = ["01632 960001", "+44 7700 900555", "101"]
    own.handles = ["@NorthmarchPolice"]
    own.emails = ["desk@example.org", "northmarch.police.uk"]
    own.stations = [
      .init(name: "Northmarch Police Station", address: "Green Lane", postcode: "NM1 2AB"),
      .init(address: "1 Station Road"),
    ]
    return CheckOptions(profile: AccountProfile(own: own))
  }

  private func isFound(_ rule: String, _ text: String) throws -> Bool {
    let pack = try PackFixture(rule)
    #expect(!pack.found(text).isEmpty, "the rule finds nothing even without settings")
    return !pack.found(Draft(text), options).isEmpty
  }

  private static let phone = #"match: [{pattern: '(?<!\d)[+(]?\d[\d ().-]{1,18}\d'}]"#

  @Test(arguments: [
    ("Ring 01632 960001.", false), ("Ring 01632960001", false), ("Ring (01632) 960-001", false),
    ("Ring +44 1632 960001", false), ("Ring +44 (0)1632 960 001", false), ("Ring 101 now", false),
    ("Ring 07700 900555", false), ("Ring 01632 960002", true), ("Ring 01632 9600011", true),
    ("Ring 1101", true), ("Ring 07700 900123", true),
  ])
  func `a number is known however it is written`(text: String, isFound: Bool) throws {
    let rule = Self.phone + "\nspares: [hotlines]"
    #expect(try self.isFound(rule, text) == isFound)
  }

  @Test func `a rule that does not ask for it spares nothing`() throws {
    #expect(try isFound(Self.phone, "Ring 01632 960001"))
    #expect(try isFound(Self.phone + "\nspares: [stations, handles, emails]", "Ring 01632 960001"))
  }

  @Test func `a private number beside the force's own is still found`() throws {
    let pack = try PackFixture(
      #"match: [{pattern: '\b0\d{4} \d{6}\b'}]"# + "\nspares: [hotlines]")
    let draft = Draft("Ring us on 01632 960001 or Mrs Lee on 01632 960002")
    #expect(pack.found(draft, options) == ["01632 960002"])
  }

  @Test(arguments: [
    ("Come to Northmarch Police Station", false), ("Come to NORTHMARCH  police-station!", false),
    ("We are in Green Lane.", false), ("She lives at 14 Green Lane", true),
    ("We are at 1 Station Road", false), ("We are at 1, Station Road", false),
    ("We are at 11 Station Road", true), ("We are at nm1 2ab", false), ("At NM12AB", false),
    ("We are at NM1 2AC", true),
  ])
  func `a station is known by name, street and postcode`(text: String, isFound: Bool) throws {
    let rule =
      #"match: [{pattern: '(?i)(?:\b\d{1,3},? )?\b(?:green lane|station road|northmarch +police.station|nm1 ?2a[bc])'}]"#
      + "\nspares: [stations]"
    #expect(try self.isFound(rule, text) == isFound)
  }

  @Test(arguments: [
    ("Follow us on insta @NorthmarchPolice", false),
    ("Follow us on insta: northmarchpolice", false),
    ("Our insta is @NorthmarchPolice", false), ("Follow us on insta @NorthmarchPolice2", true),
    ("Follow us on insta @JoBloggs, not @NorthmarchPolice", true),
  ])
  func `an account is known behind the words that lead to it`(text: String, isFound: Bool) throws {
    #expect(try self.isFound("match: [{words: [insta]}]\nspares: [handles]", text) == isFound)
  }

  @Test(arguments: [
    ("Write to desk@example.org.", false), ("Write to jo@example.org", true),
    ("Write to Jo.Bloggs@Northmarch.police.uk", false),
    ("Write to jo@cid.northmarch.police.uk", false), ("Write to jo@eastmarch.police.uk", true),
    ("Write to jo@northmarch.police.uk.example.org", true), ("Write to mydesk@example.org", true),
  ])
  func `an address is known by itself or by its domain`(text: String, isFound: Bool) throws {
    let rule = #"match: [{pattern: '[\w.]+@[\w.]+\w'}]"# + "\nspares: [emails]"
    #expect(try self.isFound(rule, text) == isFound)
  }

  @Test func `signs of patterns in settings are plain signs`() throws {
    var own = OwnValues()
    own.stations = [.init(name: "St. John's (West) + Co|x [a-z] House")]
    own.emails = ["a+b.c*@example.org"]
    let options = CheckOptions(profile: AccountProfile(own: own))
    let pack = try PackFixture("match: [{words: [house, example]}]\nspares: [stations, emails]")
    #expect(pack.found(Draft("At St John's (West) + Co x a-z House"), options) == [])
    #expect(pack.found(Draft("At any House"), options) == ["House"])
  }
}
