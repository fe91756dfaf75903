/// How often words stand in police posts, by a rough guess: enough to choose what to look for first.
///
/// Measured on some thousand posts of English forces; only words that stand in one of 200 posts and more are
/// listed, names of places left out.
enum WordRates {
  /// The rate of words that are not listed, per post.
  static let unlisted = 0.0005

  /// How many of a hundred thousand posts have a word.
  ///
  /// - Parameters:
  ///   - word: The word, or a part of it, in small letters of ASCII.
  ///   - isStart: Whether the word begins with it.
  ///   - isEnd: Whether the word ends with it.
  /// - Returns: The posts with such a word, per post.
  static func rate(of word: ArraySlice<UInt8>, isStart: Bool, isEnd: Bool) -> Double {
    guard !word.isEmpty else { return 1 }
    if isStart, isEnd { return rates[Array(word)] ?? unlisted }
    // Two letters stand inside words that are not listed, three less often.
    let others = word.count < 3 ? 0.3 : word.count < 4 ? 0.05 : 0
    return (isStart ? beginnings : pieces)[Array(word)] ?? unlisted + others
  }

  /// How many posts have a sign or more, per post, by its first byte; emoji by the first bytes of all.
  static func rate(ofSign byte: UInt8) -> Double {
    switch byte {
    case UInt8(ascii: "."): 2
    case UInt8(ascii: ","), UInt8(ascii: "'"), UInt8(ascii: ":"), UInt8(ascii: "/"),
      UInt8(ascii: "#"), UInt8(ascii: "@"):
      0.6
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "\""), UInt8(ascii: "&"):
      0.1
    // Words are starred out in few posts, and in many ways that would fill the tables.
    case UInt8(ascii: "*"): 0.0005
    default: 0.05
    }
  }

  private static let rates: [[UInt8]: Double] = {
    var rates: [[UInt8]: Double] = [:]
    for (rate, words) in bands {
      for word in words.utf8.split(separator: UInt8(ascii: " ")) { rates[Array(word)] = rate }
    }
    return rates
  }()

  /// The rates of all words that begin with some letters, summed.
  private static let beginnings = sums { word in (1...word.count).map { word[..<$0] } }

  /// The rates of all words that some letters stand in, summed.
  private static let pieces = sums { word in
    word.indices.flatMap { start in (start + 1...word.count).map { word[start..<$0] } }
  }

  private static func sums(_ parts: ([UInt8]) -> [ArraySlice<UInt8>]) -> [[UInt8]: Double] {
    var sums: [[UInt8]: Double] = [:]
    for (word, rate) in rates {
      for part in Set(parts(word).map(Array.init)) { sums[part, default: unlisted] += rate }
    }
    return sums.mapValues { ($0 * 1e9).rounded() / 1e9 }
  }

  private static let bands: [(rate: Double, words: String)] = [
    (
      0.5,
      """
      to the in a of and you
      """
    ),
    (
      0.2,
      """
      for we on police this our can with at are have is your help
      """
    ),
    (
      0.1,
      """
      more been be s if here from has it or man an who us was hi crime as re out will officers \
      please that appeal after call report thank by people need
      """
    ),
    (
      0.05,
      """
      information via not about find year following online do thanks their today but they \
      website person take safe he old contact now relation two info were arrested make all \
      identifying know there his latest public found reports road see ve murder full social \
      last one read
      """
    ),
    (
      0.025,
      """
      so hello into over any which team jailed time being may woman investigation charged get \
      update live emergency collision incident how area speak up them missing new use \
      appealing part touch chat men when media home news these officer her some want like \
      support keep local family witnesses years what across don detectives those twitter day \
      would during could advice assault abuse available where everyone through also work \
      details ref other policing anyone message made him theft getting three week monitored \
      court story hope well investigating follow no london using place always stop continue \
      car number victim serious life offences quoting around morning working arrest trace just \
      had non died form
      """
    ),
    (
      0.012,
      """
      between visit service burglary lives still domestic look connection did weekend someone \
      wanted vehicle night while before ll community yesterday centre phone helps staff \
      robbery communities watch arrests traffic protect she stay pc sexual further city met \
      fatal death should footage off seen very than hear i tweet reported d violence said \
      anonymously reference happened street drugs custody able remember knife stabbing victims \
      injuries young come uk first images children open stolen constable sadly earlier sharing \
      used force right aged aware looking driving only suspicion injured statement behaviour \
      child reporting hours shared save operation back calling colleagues video go sentenced \
      contacting down christmas kirklees identify services give most attempted launched under \
      incidents great apply taking safety action face concerns appear july stabbed june \
      breaches ask firearms park guilty four shop early join already search lost let against \
      remain away calls isn below called violent crimestoppers going check involved own order \
      attack think sorry drug south link share due station convicted saturday month national \
      way house seized chief near left illegal without recognise enquiries sure cctv many \
      fraud monday happy together access rape click too members regulations government \
      currently march evening worried vehicles asked terrorism teenager released
      """
    ),
    (
      0.006,
      """
      doesn happening then taken hospital women north unit leave got money risk friday \
      guidance anything six events remains urgent making special recruitment job large scene \
      times december criminal done friends restrictions months including others next forward \
      driver tell black good saw something act tuesday roads address sunday boy ongoing both \
      mark official spread issued high relevant stayhomesavelives east lane dangerous since \
      believed tonight five best weapons assaulted nhs another accept quote department doing \
      lines april august believe possible line lots directed never each few start offenders \
      links wish breach days tomorrow campaign afternoon signs suspicious received talk extra \
      vulnerable tackle closed hill crimes busy recruiting within say groups suspect important \
      wednesday prison close role bank event free put complaints paul general query thursday \
      might celebrating care prevent same witness much page tribute named assist linked later \
      damage feel offence target criminals activity having supporting carrying male response \
      pls westminster hard thoughts ensure career alert independent far even series hands \
      property salford view won took led procedure distancing head calderdale updates case \
      group email rules provide crown patrols st sex justice opportunity drink neighbourhood \
      burglars partner drive show yourself every travel wearing country carried gatherings \
      possession given disorder difference yr must keeping dedicated vacancy potential tips \
      lock awareness november supply words armed paid kind cash seriously suffered magistrates \
      image looked hand rd yes wouldn appreciate such council dewsbury training become award \
      affected encourage clear avoid hate october meet really inspector gathering suspects \
      issues
      """
    ),
  ]
}
