/// How often words stand in police posts, by a rough guess: enough to choose what to look for first.
///
/// Measured on some thousand posts of English forces; only words that stand in one of 500 posts and more are
/// listed, names left out.
enum WordRates {
  /// The rate of words that are not listed, per post.
  static let unlisted = 0.00015

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
      to the in a of and you _
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
      t 101 \
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
      covid coronavirus 24 7 999 19 3 \
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
      lockdown 10 0800 20 18 21 555 111 11 17 000 15 4 16 30 12 2 1 5 6 8 9 \
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
    (
      0.003,
      """
      committed spot learn green outside causing location injury its else member assistance \
      windows process enjoy killed key february run operators recovered shooting urging girl \
      school set along command dial homes talking terrorist often helped commissioner seeking \
      security reduce areas ever party attacked counter elderly understand september \
      specialist respond app why constables pass complaint answer powers questions secure \
      behind tackling son experience suspected enforcement january seven dog burglaries \
      streets weeks short locate total subject white coroner loved central anonymous system \
      post caught males indecent individual giving scheme doors difficult essential amazing \
      continuing ready significant raised passed helpline again receive held safely mobile \
      trying control asking matter per related motor threatening health does issue duty \
      helping until responsible located office trust condition stab means slavery messages \
      real shows continues attacks personal allow takes danger ahead joined joining robberies \
      my name anti alternatively urge class cars pedestrian cad body modern bring mother \
      apologies coroners speed sign suffering speeding dealing concerned parents minutes \
      midnight drivers include attending past fight pandemic world end thought big intent \
      patrol families critical attended charity whilst op involving commemorate responding \
      history charge measures gun send date result emergencies easy exploitation current \
      organised window mon play travelling priority hour proud girls programme forces section \
      hit blue partners identified bus known jewellery pub shot stopped options fire garden \
      controlling volunteers handlers parking worth heard try late cases mean because \
      different staying wear pictured whether moment football application sun throughout \
      teenagers ago breaking targeted investigate future handler firearm town scam whereabouts \
      accounts delay sent exciting bike assaults major longer however festive running music \
      law immediate recently alongside entry small period multiple weapon journey summer \
      region regarding bravery patrolling log van request dc build recall several change supt \
      register interest light awards things pursuit simple cam remind deal gallery needed \
      friend knives safer card necessary virus stalking impact appeared top professional \
      female transport volunteer dead rt former junction sergeant assistant fixed raise \
      murdered nov returned dec holiday offender forensics dm teams tap specific better submit \
      dash obstructions attend worked grey metres prevention food problems covering wash \
      circumstances long towards detective approach showing increased sgt chance shopping \
      residents leading lead machete fatally broke went appeals warrants almost patience hold \
      second recent evidence iopc pcso eight welfare disruption pleased assisted assaulting \
      bridge closure protest closures gone sentence manslaughter normal extremely download \
      survey complete agencies salary question abusive operator thinking inquiry though fgm \
      increase cover actions space single recruits suffer facing threatened guidelines \
      daughter talks minute engage whose pleaded likely consequences particularly previously \
      student ceremony serving sexually avenue intelligence wait aggravated discuss room pd \
      walk facebook counts increasing addressed tues warning planned conditions water physical \
      course minimum baby enquiry started district branch halloween human parties forms break \
      directly schools county ways fraudsters thurs ones soon degree respect bars caused pay \
      speaking unfortunately door listen exercise tolerate skills annum quick stations \
      alternative tickets carry heart dark dogs account owner jail value tried present leaving \
      onto hair brown raids occurred seeing sat robbed oct sept youth half trained unhappy \
      imprisonment distance dci cyclist dangers encouraging content rave everything yours keys \
      works explains catch simply consider users resources gps vital bit reasons recognised \
      offer network fireworks level gov protecting self test haven threat teenage genuine \
      business direct nights seem offering kin students thousands witnessed hearing worker \
      gang move acting handed targeting vigilant responded luck owners items jan father \
      cannabis cannot described advise nine sometimes biggest amount complaining sought keen \
      londoners capital enter weather specially communications higher failed legal shift \
      interests places consent interested moving payment confidential advantage button cyber \
      cause scams pin locked sneak type fine abused alone bag scenes unless spaces provided \
      convenient regularly advised caring prosecution planning themselves quickly \
      investigations slow rest broken learning press beat false fake attempt true jobs front \
      ammunition love picture murdering missed changing di alleged detained site confirm \
      executed international progress match feb heading release celebrate o checks workers \
      petrol common superintendent allowed harm aug shortly ticket obstructing \
      throwbackthursday homepage occurring little charities trial forced required game spen \
      coming welcome situation shape trafficking setting focus hundreds exact becoming season \
      facility instead socially positive fri thing licence seek spend businesses motorbike \
      lgbt fully technology told competition phones fit challenging comments crisis similar \
      spoken etc misconduct although serve round tragic moments importance forensic guide \
      struck sustained warrant ok visited cocaine birthday crucial travelled treated treatment \
      followed huge spoke boys grateful updated stage comes launch hall dawn operations \
      claiming resulted inform tower
      """
    ),
  ]
}
