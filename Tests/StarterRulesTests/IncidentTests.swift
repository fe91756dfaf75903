import PostText
import RiskEngine
import Rules
import StarterRules
import Testing

/// What has really gone wrong is caught with its reason, and the neutral way to say the same is clear.
///
/// The texts are those that were published where they are known, else words of the same kind.
struct IncidentTests {
  /// A post that brought somebody trouble, and one that says what there was to say.
  struct Incident: Sendable, CustomTestStringConvertible {
    let text: String
    let categories: Set<String>
    /// The least verdict that the post must have.
    let least: Verdict
    let twin: String

    init(
      _ text: String, _ categories: Set<String>, atLeast least: Verdict = .review, twin: String
    ) {
      self.text = text
      self.categories = categories
      self.least = least
      self.twin = twin
    }

    var testDescription: String { text }
  }

  private func check(_ draft: Draft) throws -> Assessment {
    let rules = try CompiledRules(
      StarterRules.program(), mode: .interpreted, prefilter: StarterRules.prefilter())
    var checker = Checker(rules: rules)
    return checker.check(draft)
  }

  private func expectClear(
    _ draft: Draft, at place: SourceLocation = #_sourceLocation
  ) throws {
    let assessment = try check(draft)
    let ids = assessment.findings.map(\.rule.id)
    #expect(ids == [], "\(draft.text)", sourceLocation: place)
    #expect(assessment.verdict == .clear, sourceLocation: place)
    #expect(!assessment.isIncomplete, sourceLocation: place)
  }

  @Test(arguments: tone + conduct + justice + data)
  func `an incident is caught with its reason, and its neutral twin is clear`(
    incident: Incident
  ) throws {
    let assessment = try check(Draft(incident.text))
    let found = Set(assessment.findings.map(\.rule.category))
    #expect(!found.isDisjoint(with: incident.categories), "found \(found)")
    #expect(assessment.verdict >= incident.least)
    try expectClear(Draft(incident.twin))
  }

  private static let tone = [
    Incident(
      "Kicking down doors is probably one of our favourite things to do. Another warrant on "
        + "#Victoria ward with the help of our colleagues. #knockknock",
      ["force-relish"],
      twin: "Officers carried out a warrant at an address in Mill Lane this morning."),
    Incident(
      "Officers visited the supermarket this morning. Good to see everyone was keeping their "
        + "distance and the non-essential aisles were empty.",
      ["over-reach"],
      twin: "The police station's front counter is open from 9am to 5pm this weekend."),
    Incident(
      "Oh do shut up, you absolute moron. Nobody asked you.", ["sarcasm-public", "profanity"],
      twin: "Thank you for your message. We have passed it to the local team."),
    Incident(
      "Keep moaning about us online and we will come and find you. We know where you live.",
      ["threat-public"],
      twin: "If you are unhappy with our service, you can make a complaint on our website."),
    Incident(
      "Funny how Muslims never bother to keep the two-minute silence.",
      ["discriminatory"], atLeast: .hold,
      twin: "Officers will join the two-minute silence at the war memorial at 11am."),
    Incident(
      "There is only one true faith; all other religions are false.", ["discriminatory"],
      twin: "Officers of all faiths and none joined the service at the memorial today."),
    Incident(
      "Unbelievers will burn in hell, every one of them.", ["discriminatory"],
      twin: "Eid Mubarak to everyone who is celebrating tonight."),
    Incident(
      "Typical women drivers, can't park to save their lives.", ["discriminatory"],
      twin: "Please park with care near the school this week."),
    Incident(
      "Called to a fight between a bunch of poofters tonight.", ["discriminatory"],
      twin: "We were called to a disturbance in Station Road tonight. Nobody was hurt."),
    Incident(
      "Bloody gypsies again, always thieving.", ["discriminatory"],
      twin: "We are looking into a theft from a garden in Mill Lane."),
    Incident(
      "She was asking for it, it wasn't rape, it was a surprise lol",
      ["trivialising", "victim-blaming"], atLeast: .hold,
      twin: "We take every report of rape seriously and will support you."),
    Incident(
      "Another domestic. She should have made the dinner on time haha",
      ["trivialising", "victim-blaming"], atLeast: .hold,
      twin: "Domestic abuse is never your fault. Help is there at any hour."),
    Incident(
      "Custody tonight is like Auschwitz, next stop the gas chambers lol",
      ["trivialising"], atLeast: .hold,
      twin: "On Holocaust Memorial Day we remember all who were murdered."),
    Incident(
      "How do you kill a hundred babies? With a blender, haha", ["trivialising"], atLeast: .hold,
      twin: "Our thoughts are with the family of the child who died."),
  ]

  private static let conduct = [
    Incident(
      "Selfie time! Us posing with the machetes we seized tonight 😎",
      ["trophy-image", "force-relish"],
      twin: "Two machetes were handed in at the police station today and will be destroyed."),
    Incident(
      "Here is a photo of the body at the murder scene in Mill Lane.",
      ["graphic-content"], atLeast: .hold,
      twin: "A cordon is in place in Mill Lane. Please avoid the area."),
    Incident(
      "Snapped this drunk in a compromising position in the cells, what a picture 😂",
      ["trophy-image", "mocking", "off-duty"],
      twin: "A man was arrested for being drunk and disorderly."),
    Incident(
      "Lovely to meet you at the call today, add me as a friend on Facebook?", ["victim-contact"],
      twin: "Follow our page for news from your neighbourhood team."),
    Incident(
      "DM me your statement and your number and I'll sort your case from here, no need to ring in.",
      ["victim-contact", "emergency-number"],
      twin: "To give a statement, ring 101 or use our website."),
    Incident(
      "Off duty at last and four pints in, cheers 🍺", ["off-duty"],
      twin: "Our late turn is out and about in the town centre tonight."),
    Incident(
      "Selling my old sofa, £50, message me if interested.",
      ["off-duty", "commercial-endorsement", "wrong-account"],
      twin: "Beware of sellers who ask you to pay before you have seen the goods."),
    Incident(
      "Happy birthday to my gorgeous wife, love you babe xx", ["wrong-account", "off-duty"],
      twin: "Happy birthday to PD Rex, eight years old today."),
  ]

  private static let justice = [
    Incident(
      "We'll be hitting the Mill Lane estate at 6am tomorrow with a warrant.",
      ["operational-disclosure"], atLeast: .hold,
      twin: "Patrols will be in the Mill Lane area this week. Come and say hello."),
    Incident(
      "The trial starts Monday and we all know he is guilty as sin.",
      ["sub-judice", "presumption-of-guilt"],
      twin: "A man, 34, has been charged and will appear before magistrates on Monday."),
  ]

  private static let data = [
    Incident(
      "The patient's NHS number is 943 476 5919.",
      ["personal-data", "health-details"], atLeast: .hold,
      twin: "The incident reference is 9434765919."),
    Incident(
      "National insurance number AB123456C was found with the purse.",
      ["personal-data"], atLeast: .hold,
      twin: "A purse was handed in at the front counter."),
    Incident(
      "The driver of AB12 CDE lives round the corner and owes a fine.", ["personal-data"],
      twin: "A driver was fined for having no insurance."),
    Incident(
      "You can ring Mrs Jones on her mobile 07911 123456.", ["personal-data"], atLeast: .hold,
      twin: "You can ring us on 101, or Crimestoppers on 0800 555 111."),
    Incident(
      "The victim, Sarah Jones, lives at 12 Mill Lane.",
      ["personal-data", "victim-identification"],
      twin: "The burglary was in the Mill Lane area."),
    Incident(
      "The lady we found, Mrs Sarah Jones, has dementia and bipolar disorder.",
      ["health-details"], atLeast: .advise,
      twin: "The lady has been found safe. Thank you for sharing."),
  ]

  // MARK: - Replies

  @Test func `agreeing with criticism of the Mayor is reviewed or held`() throws {
    var draft = Draft("Exactly this.")
    draft.replyTo = .init(text: "Sadiq Khan doesn't understand how the disciplinary process works")
    let assessment = try check(draft)
    #expect(assessment.verdict >= .review)
    #expect(assessment.findings.map(\.rule.category).contains("political-endorsement"))
    #expect(assessment.findings.map(\.part).contains(.text))
  }

  @Test func `the same words about a lost dog, or alone, are clear`() throws {
    try expectClear(Draft("Exactly this."))
    var draft = Draft("Exactly this.")
    draft.replyTo = .init(text: "If you lose your dog, ring the council's dog warden first.")
    try expectClear(draft)
  }

  @Test func `a farewell that speaks of an order to stop is an internal matter, with advice`()
    throws
  {
    let assessment = try check(
      Draft(
        "Thank you all for following and banter over the years. I have been instructed to cease "
          + "tweeting."))
    #expect(assessment.findings.map(\.rule.category).contains("internal-matters"))
    #expect(assessment.verdict == .advise)
    try expectClear(Draft("PC Jones is moving to another team. Thank you for following."))
  }

  // MARK: - Pictures

  @Test func `a picture is asked about, whatever the words are, and nothing is found`() throws {
    var draft = Draft("Our late turn is out and about in the town centre tonight.")
    #expect(try check(draft).questions == [])
    draft.media = [.init(alt: "Two officers by a market stall")]
    let assessment = try check(draft)
    #expect(assessment.questions.count == 1)
    #expect(assessment.findings.isEmpty && assessment.verdict == .clear)
  }

  // MARK: - What stays clear

  @Test(arguments: [
    "Quote incident reference 9434765919 if you ring us.",
    "If you saw anything, ring 101 quoting 14251234567, or log 1234 of 5 May.",
    "In an emergency always ring 999.",
    "Ring Crimestoppers on 0800 555 111 and stay anonymous.",
    "Write to the team at mill.lane.team@northmarch.police.uk.",
    "Come to Mill Lane Police Station, 10 Mill Lane, Northmarch NM1 2AB.",
    "We were out on patrol in Scunthorpe and Penistone this afternoon.",
    "Commissioner Dick spoke to new officers at the passing out parade.",
    "Meet Rex, our newest #PoliceDog.",
  ])
  func `what only looks like a risk stays clear`(text: String) throws {
    try expectClear(Draft(text))
  }
}
