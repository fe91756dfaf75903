import Foundation
import PostText
import RiskEngine
import Rules
import StarterRules
import TestSupport
import Testing

/// The rules that count which political sides a post names: each side is found by the same words.
struct SidesTests {
  /// A side, and how posts call it.
  struct Side: Sendable, CustomTestStringConvertible {
    /// The rule's id.
    let id: String
    /// The name, as it stands before *candidate*.
    let name: String
    /// The full name of the party.
    let party: String
    /// The name within a hashtag.
    let tag: String
    /// Somebody who leads it, or did.
    let leader: String
    /// The party's account.
    let handle: String
    /// What the list of the Commons calls it.
    var commons: [String] = []

    var testDescription: String { id }
  }

  static let sides = [
    Side(
      id: "alliance", name: "Alliance", party: "Alliance Party", tag: "Alliance",
      leader: "Naomi Long", handle: "allianceparty", commons: ["Alliance"]),
    Side(
      id: "conservative", name: "Conservative", party: "Conservative Party", tag: "Conservative",
      leader: "Kemi Badenoch", handle: "Conservatives", commons: ["Conservative"]),
    Side(
      id: "dup", name: "DUP", party: "Democratic Unionist Party", tag: "DUP",
      leader: "Gavin Robinson", handle: "duponline", commons: ["Democratic Unionist Party"]),
    Side(
      id: "green", name: "Green", party: "Green Party", tag: "Green", leader: "Zack Polanski",
      handle: "TheGreenParty", commons: ["Green Party"]),
    Side(
      id: "labour", name: "Labour", party: "Labour Party", tag: "Labour", leader: "Keir Starmer",
      handle: "UKLabour", commons: ["Labour", "Labour (Co-op)"]),
    Side(
      id: "liberal-democrat", name: "Lib Dem", party: "Liberal Democrat party", tag: "LibDem",
      leader: "Ed Davey", handle: "LibDems", commons: ["Liberal Democrat"]),
    Side(
      id: "plaid-cymru", name: "Plaid", party: "Plaid Cymru", tag: "Plaid",
      leader: "Rhun ap Iorwerth", handle: "Plaid_Cymru", commons: ["Plaid Cymru"]),
    Side(
      id: "reform-uk", name: "Reform", party: "Reform UK", tag: "Reform", leader: "Nigel Farage",
      handle: "reformparty_uk", commons: ["Reform UK"]),
    Side(
      id: "sdlp", name: "SDLP", party: "Social Democratic and Labour Party", tag: "SDLP",
      leader: "Claire Hanna", handle: "SDLPlive", commons: ["Social Democratic & Labour Party"]),
    Side(
      id: "sinn-fein", name: "Sinn Féin", party: "Sinn Fein party", tag: "SinnFein",
      leader: "Michelle O'Neill", handle: "sinnfeinireland", commons: ["Sinn Féin"]),
    Side(
      id: "snp", name: "SNP", party: "Scottish National Party", tag: "SNP",
      leader: "John Swinney", handle: "theSNP", commons: ["Scottish National Party"]),
    Side(
      id: "uup", name: "UUP", party: "Ulster Unionist Party", tag: "UUP", leader: "Doug Beattie",
      handle: "uuponline", commons: ["Ulster Unionist Party"]),
  ]

  /// Sentences in which `{name}`, `{party}`, `{tag}`, `{leader}` and `{handle}` stand for those of a side.
  private static let templates = [
    "The {name} candidate opened the fair.", "Two {name} councillors joined our walk.",
    "A {name} MP asked about bike theft.",
    "{name} voters and others can tell us what worries them.",
    "Leaflets: the {name} manifesto was found in the lane.", "The {name}-led council lit the park.",
    "A {name} supporter, 40, was assaulted on Friday.", "The {name} leader is in town.",
    "the {name} party is in town", "People who vote {name} are welcome too.",
    "He said that he voted for {name} once.", "The {party} conference starts on Friday.",
    "THE {name} CANDIDATE OPENED THE FAIR", "Damage to the office of the {party} in Mill Lane.",
    "Polling day tomorrow. #Vote{tag}", "Polling day tomorrow. #{tag}Party", "#{tag}Out",
    "{leader} came to see our control room.", "We met {leader}.", "{leader}'s visit is over.",
    "Thank you for Friday, @{handle}",
  ]

  @Test(arguments: sides)
  func `each side is found in every sentence in which the others are`(_ side: Side) throws {
    var observer = try Observer()
    for template in Self.templates {
      let post = Self.filled(template, for: side)
      #expect(observer.sides(of: post) == [side.id], "\(post)")
    }
    // A reply begins with the accounts of all who were in the conversation, whom nobody chose to name.
    #expect(observer.sides(of: "@Someone @\(side.handle) Please report this on 101.") == [])
    // Hashtags are often written small.
    let small = "polling day tomorrow #vote\(side.tag.lowercased()) #\(side.tag.lowercased())party"
    #expect(observer.sides(of: small) == [side.id])
  }

  @Test func `every rule is a side with a place in the table, and says nothing in a check`() throws
  {
    let program = try StarterRules.program()
    let observed = program.rules.filter { $0.card.status == .observed }
    #expect(observed.map(\.card.id) == Self.sides.map(\.id).sorted())
    #expect(observed.allSatisfy { $0.card.severity == nil })
    var checker = Checker(rules: try Observer.rules.get())
    for side in Self.sides {
      let assessment = checker.check(Draft("The \(side.name) candidate opened the fair."))
      #expect(assessment.observations.isEmpty)
    }
  }

  @Test func `a post that names several sides counts for each`() throws {
    var observer = try Observer()
    let all = Self.sides.map(\.name).joined(separator: " candidates, ") + " candidates"
    #expect(observer.sides(of: "On the stage: \(all).") == Self.sides.map(\.id).sorted())
    #expect(
      observer.sides(of: "Labour, the Tories and the Greens") == [
        "conservative", "green", "labour",
      ])
  }

  @Test func `no side is found in words that only look like one`() throws {
    var observer = try Observer()
    for post in [
      "The reform of law is for parliament. Reform takes time.",
      "Green spaces and Green Lane are open.",
      "Conservative estimates say 300 plants.", "She was in Labour when we stopped the car.",
      "A Plaid jacket was left behind.", "The Cyber Alliance and the Countryside Alliance met.",
      "labour, conservative, liberal, green, reform, alliance",
      "#GoGreen #reform #alliance #labour",
      "PC Kemi Badenoch and Sgt Wes Streeting are your officers.", "PD Farage found the knife.",
      "Wood Green councillors met us.", "Bethnal Green MP3 player stolen.",
      "Vote for Green Park in the awards.",
      "Darren Jones, 34, and Sarah Smith, 29, are missing.",
      "The Safer Neighbourhood Panel (SNP) met.",
    ] {
      #expect(observer.sides(of: post) == [], "\(post)")
    }
  }

  private static let members = SharedFiles.path("corpora/gazetteer/mps-2026-06.csv")

  @Test(.enabled(if: members != nil, "the corpora lie beside the checkout, and are absent here"))
  func `a member of the Commons counts for the party of the seat and for no other`() throws {
    var observer = try Observer()
    let changed = [
      "Christian Wakeford", "Robert Jenrick", "Suella Braverman", "Danny Kruger",
      "Andrew Rosindell", "Lee Anderson",
    ]
    var counted = 0
    let text = try String(contentsOfFile: try #require(Self.members), encoding: .utf8)
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",", maxSplits: 2)
      let name = Self.plain(String(fields[0]))
      let side = Self.sides.first { $0.commons.contains(String(fields[1])) }
      let found = observer.sides(of: "We met \(name) MP on Friday.")
      let expected = changed.contains(name) ? [] : side.map { [$0.id] } ?? []
      #expect(found == expected, "\(name)")
      counted += found.count
    }
    #expect(counted > 600)
  }

  /// A name without its titles.
  private static func plain(_ name: String) -> String {
    let titles: Set = ["Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame"]
    return name.split(separator: " ").drop { titles.contains(String($0)) }.joined(separator: " ")
  }

  private static func filled(_ template: String, for side: Side) -> String {
    [
      ("{name}", side.name), ("{party}", side.party), ("{tag}", side.tag),
      ("{leader}", side.leader), ("{handle}", side.handle),
    ].reduce(template) { $0.replacing($1.0, with: $1.1) }
  }

  /// Says which sides a post names, as audits do.
  private struct Observer: ~Copyable {
    private var checker: Checker

    static let rules = Result {
      try CompiledRules(
        StarterRules.program(), mode: .interpreted, prefilter: StarterRules.prefilter())
    }

    init() throws {
      checker = Checker(rules: try Self.rules.get(), options: CheckOptions(observes: true))
    }

    mutating func sides(of post: String) -> [String] {
      checker.check(Draft(post)).observations.map(\.rule.id)
    }
  }
}
