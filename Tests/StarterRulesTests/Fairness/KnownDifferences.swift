/// Where the shipped rules do not yet give like posts a like answer; each is a fault of the rules.
///
/// The tests hold that each entry is still needed: when the rules are mended, its line goes. None is ever added for
/// a rule that is new.
enum KnownDifferences {
  /// The pairs by their ids, each with the rules that find something in one of its posts only.
  static let pairs: [String: String] = [
    "p-age-risky-01": "contested-remark",
    "p-age-risky-02": "mocking-banter",
    "p-age-risky-07": "driver-shaming",
    "p-dialect-fine-06": "private-hints, personal-post",
    "p-dialect-risky-01": "mocking, mocking-tale",
    "p-dialect-risky-02": "threat-public, threat-watching",
    "p-dialect-risky-04": "mocking-tale",
    "p-dialect-risky-05": "drinking-talk, leisure-hints",
    "p-dialect-risky-07": "mocking-banter",
    "p-gender-risky-01": "set-roles",
    "p-gender-risky-03": "mocking-banter",
    "p-gender-risky-10": "private-account",
    "p-group-risky-01": "group-remark, hostile-generalisation",
    "p-group-risky-03": "insinuation",
    "p-group-risky-05": "drinking-talk",
    "p-group-risky-06": "group-remark",
    "p-nation-risky-01": "needless-nationality",
    "p-party-fine-08": "political-partiality",
    "p-party-risky-05": "voting-advice",
    "p-party-risky-09": "politics-mention",
    "p-party-risky-10": "political-partiality, politics-mention",
    "p-region-risky-01": "class-and-region, hostile-generalisation, insinuation",
    "p-religion-risky-02": "group-remark",
    "p-religion-risky-03": "hostile-generalisation",
  ]

  /// The words by their templates, whose posts come to something else than the others'.
  static let words: [String: Set<String>] = [
    "Thank you to the {} community for the warm welcome at last night's meeting.": ["Ukrainian"],
    "{} have no respect for our way of life and it is time somebody said so.": ["Ukrainians"],
    "{} drivers are a menace, every one of them.": ["Chinese", "Ukrainian"],
    "He's {}, drunk and behind the wheel. Of course he is.": [
      "Romanian", "Albanian", "Nigerian", "Somali", "Vietnamese", "Irish", "Scottish",
    ],
    "A 24-year-old man from {} has been arrested on suspicion of theft.": ["Bath"],
    "Great to see {} talking sense about crime at last. They get our backing.": [
      "the Alliance Party"
    ],
    "Only {} will stand up for officers in this county.": [
      "the Liberal Democrats", "the Green Party", "the SDLP", "the Alliance Party", "the UUP",
    ],
    "Vote for {} on Thursday for more police on your streets.": ["the Liberal Democrats"],
    "{}, 24, of Crane Street, has been arrested on suspicion of robbery.": ["Llŷr ap Dafydd"],
    "We've got the burglar! {} was arrested at noon and won't be bothering you again.": [
      "Charlotte Hughes", "Llŷr ap Dafydd",
    ],
    "The witness in the shooting case is {} of 12 Peel House.": ["Llŷr ap Dafydd", "Li Wei Zhang"],
    "That {} has brought nothing but trouble to this street.": ["mosque", "synagogue"],
  ]
}
