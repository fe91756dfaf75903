/// Look-alike letters that neither names nor decompositions give away.
///
/// Drawn up by hand from the code charts: a letter is listed when its usual glyph would pass for the
/// ASCII one in running text, or when "fancy text" generators are known to use it so (Canadian
/// syllabics, Cherokee, Lisu). Ligatures and letters without a double are listed by their usual
/// transcription. Words in these scripts are real too, so a reader of the table has to look first
/// whether a word mixes scripts.
enum DrawnLookAlikes {
  /// The scalars that are read as each letter.
  static let letters: [(String, String)] = capitals + smalls + transcribed

  private static let capitals = [
    ("A", "АΑᎪᗩꓮΛᐱ"), ("B", "ВΒᏴᗷꓐ"), ("C", "СϹᏟᑕꓚⅭ"), ("D", "Ꭰᗪꓓ"), ("E", "ЕΕΣᎬᗴꓰЄ"),
    ("F", "ҒϜᖴꓝ"), ("G", "ᏀᏳԌꓖ"), ("H", "НΗᎻᕼꓧҺ"), ("I", "ІΙꓲӀ"), ("J", "ЈᎫᒍꓙͿ"),
    ("K", "КΚᏦꓗҚ"), ("L", "ᏞᒪꓡԼ"), ("M", "МΜᎷᗰꓟϺ"), ("N", "ΝᑎꓠИ"), ("O", "ОΟꓳՕⲞ"),
    ("P", "РΡᏢᑭꓑ"), ("Q", "Ԛ"), ("R", "ᎡᏒᖇꓣЯ"), ("S", "ЅᏚᏕՏᔕꓢ"), ("T", "ТΤᎢꓔ"),
    ("U", "Սᑌꓴ"), ("V", "ѴᏙᐯꓦ"), ("W", "ԜᎳᏔᗯꓪШЩ"), ("X", "ХΧ᙭ꓫ"), ("Y", "УΥҮᎩᎽꓬϒ"),
    ("Z", "ΖᏃꓜ"),
  ]

  private static let smalls = [
    ("a", "аαɑⲁ"), ("b", "вьъЬβᏏƄƅ"), ("c", "сϲⲥ"), ("d", "ԁᏧꓒ"), ("e", "еєэεɛə"), ("f", "ғϝ"),
    ("g", "ɡց"), ("h", "һհᏂн"), ("i", "іιᎥıɩӏ"), ("j", "јյϳ"), ("k", "кκқ"), ("l", "ǀ"),
    ("m", "м"), ("n", "ηոпиᥒ"), ("o", "оοօσⲟ೦൦"), ("p", "рρ"), ("q", "ԛզգ"), ("r", "гᴦяꓤ"),
    ("s", "ѕƽ"), ("t", "тτ"), ("u", "υսμ"), ("v", "ѵνʌ"), ("w", "ԝաωѡшщ"), ("x", "хχ"),
    ("y", "уүγყ"), ("z", "ʐʑ"), ("3", "ЗзӠӡɜ"), ("4", "Чч"), ("6", "Ꮾ"),
  ]

  private static let transcribed = [
    ("ss", "ß"), ("SS", "ẞ"), ("ae", "æᴁ"), ("AE", "Æ"), ("oe", "œɶ"), ("OE", "Œ"), ("d", "ðᴆ"),
    ("D", "Ð"), ("th", "þ"), ("Th", "Þ"), ("n", "ŋ"), ("N", "Ŋ"), ("w", "ƿ"), ("W", "Ƿ"),
    ("z", "ʒȝ"), ("Z", "ƷȜ"), ("ou", "ȣᴕ"), ("aa", "ꜳ"), ("ao", "ꜵ"), ("au", "ꜷ"), ("av", "ꜹ"),
    ("ay", "ꜽ"), ("oo", "ꝏ"), ("tz", "ꜩ"), ("vy", "ꝡ"), ("r", "ʀꝛ"), ("R", "Ʀ"), ("s", "ꟗ"),
  ]
}
