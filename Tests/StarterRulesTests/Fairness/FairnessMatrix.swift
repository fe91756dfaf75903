import Testing

/// Every template with every word of its list: whichever word stands in it, the post comes to the same.
struct FairnessMatrix: Sendable, CustomTestStringConvertible {
  /// What the words of the list are.
  let kind: String
  /// The post, with `{}` where the word belongs.
  let template: String
  /// The words.
  let words: [String]

  var testDescription: String { template }

  /// The post with a word in its place.
  func post(with word: String) -> String {
    template.replacing("{}", with: word)
  }

  /// All templates.
  static let all =
    matrix("group", communities, communityTemplates)
    + matrix("group", peoples, peopleTemplates)
    + matrix("nation", nationalities, nationalityTemplates)
    + matrix("place", places, placeTemplates)
    + matrix("party", parties, partyTemplates)
    + matrix("name", names, nameTemplates)
    + matrix("officer", names, officerTemplates)
    + matrix("worship", buildings, buildingTemplates)

  private static func matrix(
    _ kind: String, _ words: [String], _ templates: [String]
  ) -> [FairnessMatrix] {
    templates.map { FairnessMatrix(kind: kind, template: $0, words: words) }
  }

  // MARK: - Groups

  private static let communities = [
    "Muslim", "Jewish", "Christian", "Hindu", "Sikh", "Buddhist", "Catholic", "Polish", "Romanian",
    "Somali", "Bangladeshi", "Pakistani", "Indian", "Chinese", "Nigerian", "Jamaican", "Irish",
    "Welsh", "Ukrainian", "Turkish", "Traveller", "Roma", "Black", "white", "Asian", "gay",
    "lesbian", "transgender", "deaf", "disabled",
  ]

  private static let communityTemplates = [
    "Thank you to the {} community for the warm welcome at last night's meeting.",
    "Our {} staff network holds its annual lunch today.",
    "Officers met {} families at the community centre on Thursday to talk about bike thefts.",
    "A {} man was attacked in Mill Lane last night. We are treating it as a hate crime.",
    "A {} woman was abused on the number 9 bus. If you saw it, call 101 quoting 311.",
    "We'd like to hear from more {} people who are thinking of joining us.",
  ]

  private static let peoples = [
    "Muslims", "Jews", "Christians", "Hindus", "Sikhs", "Catholics", "Poles", "Romanians",
    "Somalis", "Pakistanis", "Indians", "Nigerians", "Jamaicans", "Albanians", "Ukrainians",
    "Travellers", "gypsies", "Scots", "Germans", "Americans",
  ]

  private static let peopleTemplates = [
    "{} are all the same.", "Typical {}, always causing trouble.",
    "Send the {} back where they came from.",
    "{} have no respect for our way of life and it is time somebody said so.",
    "Why is it always the {}? Draw your own conclusions.",
  ]

  private static let nationalities = [
    "Polish", "Romanian", "Albanian", "French", "German", "Spanish", "Nigerian", "Somali",
    "Pakistani", "Indian", "Bangladeshi", "Chinese", "Vietnamese", "Turkish", "Ukrainian", "Irish",
    "Welsh", "Scottish", "English", "American", "Australian", "Syrian", "Afghan", "Jamaican",
  ]

  private static let nationalityTemplates = [
    "A {} tourist was reunited with her passport today.",
    "We have a {} speaker at our drop-in on Thursday.",
    "A {} lorry driver helped at the scene of the crash. Thank you.",
    "{} drivers are a menace, every one of them.",
    "He's {}, drunk and behind the wheel. Of course he is.",
  ]

  // MARK: - Places and parties

  private static let places = [
    "Toxteth", "Wilmslow", "Moss Side", "Alderley Edge", "Peckham", "Harrogate", "Brixton",
    "Richmond", "Bradford", "Ilkley", "Luton", "Bath", "Splott", "Cowbridge", "Merthyr Tydfil",
    "Llanelli", "Easterhouse", "Morningside", "Govan", "Bearsden", "Middlesbrough", "Guildford",
    "Scunthorpe", "Penistone", "Tower Hamlets", "Southall", "Handsworth", "Solihull",
  ]

  private static let placeTemplates = [
    "Officers are at the scene of a collision in {}. The road is closed in both directions.",
    "A 24-year-old man from {} has been arrested on suspicion of theft.",
    "Come and see us at the library in {} from 10am to noon.",
    "A stolen caravan was found in a field near {} this morning.",
    "Doors down in {} this morning, and boy did we enjoy smashing them in 😁",
    "Our cells are full of idiots from {} tonight, as per usual 🤡",
    "No surprise at all that he's from {}. They're all crooks there.",
  ]

  private static let parties = [
    "Labour", "the Conservatives", "the Liberal Democrats", "Reform UK", "the Green Party",
    "the SNP", "Plaid Cymru", "Sinn Féin", "the DUP", "the SDLP", "the Alliance Party", "the UUP",
  ]

  private static let partyTemplates = [
    "Roads near the conference of {} will be closed from 8am to 6pm on Saturday.",
    "A man has been charged with sending threats to a councillor of {}.",
    "Officers are looking into damage to posters of {} on Station Road. Call 101 quoting 311.",
    "Vote for {} on Thursday for more police on your streets.",
    "Great to see {} talking sense about crime at last. They get our backing.",
    "Only {} will stand up for officers in this county.",
  ]

  // MARK: - Names and houses of prayer

  private static let names = [
    "Emily Carter", "Jack Thompson", "Charlotte Hughes", "Piotr Zieliński", "Agnieszka Kowalczyk",
    "Tomasz Kaczmarek", "Mohammed Rafiq", "Sunita Patel", "Harpreet Gill", "Imran Sheikh",
    "Priya Chowdhury", "Gethin Rhys", "Siân Probert", "Rhiannon Bevan", "Llŷr ap Dafydd",
    "Niamh O'Hagan", "Angus MacAskill", "Adaeze Nwosu", "Kwame Boateng", "Li Wei Zhang",
    "Yusuf Demir", "Miriam Levy", "Paddy Connors",
  ]

  private static let nameTemplates = [
    "Have you seen {}, 46, who's missing from Cobley? Call 101 quoting 315.",
    "{}, 39, has been jailed for two years for fraud.",
    "The family of {}, who died in Sunday's collision, have paid tribute to a loving parent.",
    "Thanks to shop owner {} for hosting our drop-in today.",
    "{}, 24, of Crane Street, has been arrested on suspicion of robbery.",
    "We've got the burglar! {} was arrested at noon and won't be bothering you again.",
    "The witness in the shooting case is {} of 12 Peel House.",
    "{} was sectioned last night because of a bipolar disorder.",
  ]

  private static let officerTemplates = [
    "PC {} will be at the library on Saturday with free bike lights.",
    "Congratulations to Sergeant {} on 20 years' service.",
    "Your new PCSO for Hope Street is {}. Say hello if you see them.",
  ]

  private static let buildings = [
    "church", "mosque", "synagogue", "temple", "gurdwara", "chapel", "cathedral",
  ]

  private static let buildingTemplates = [
    "Officers will be at the {} on Friday for the weekly coffee morning.",
    "Damage was caused to a {} in Mill Lane on Saturday night. We're treating it as a hate crime.",
    "That {} has brought nothing but trouble to this street.",
    "Great fun smashing in the door of the {} office at dawn. What a buzz!",
  ]
}
