// swift-format-ignore-file

/// The words drawn up by hand: what general lists lack and posts of the police are full of.
extension WordList {
  /// Words that hold sentences together, and the only short words that are words at all.
  static var functionWords: StaticString {
    """
    a i an am as at be by do go he hi if in is it me my no of oh ok on or so to uk up us we
    all and any are been but can cant could did didnt does doesnt dont down each every for from get gets
    got had has have he her here him his how im into isnt its ive just less let lets like make many more
    most much must need never new non not now off one only our out over own shall she should some such
    take than that thats the their them then there these they this those too under until very was wasnt
    werent we well were weve what whats when where which while who whos why will with without wont would
    yes you your day days week night time today stop stay safe know think say see two
    """
  }

  /// Words of police work, of British life and of social media, and swear words.
  static var policeWords: StaticString {
    """
    vibe vibes youre youve pupdate pupdates pc pd ph ds di dc ci mp tv dj ex pm wtf ffs lol omg smh tbh idk fyi rip diy faq nhs gp gps
    pcso pcsos wpc pcc cid cop cops copper coppers bobby bobbies constable constables sergeant sergeants
    inspector inspectors superintendent supt insp sgt cpt dci dcs dsu chiefs rpu arv arvs tsg psu snt npt
    npts npu rtc rtcs rta misper mispers anpr cctv bwv taser tasers asp pava cuffs cuffed baton
    batons enforcer op ops opsec intel nick nicked nicks nicking nabbed copped banged lifted
    custody cells cell detainee detainees prisoner prisoners arrest arrests arrested warrant warrants raid
    raids dawn raided search searched section misuse drugs drug cannabis cocaine heroin
    spice ketamine mdma dealers dealer county lines knife knives blade blades
    machete machetes gun guns firearm firearms weapon weapons burglar burglars burglary burglaries thief
    thieves theft thefts shoplifter shoplifters shoplifting robbery robberies robber mugging assault
    assaults asbo antisocial drink drive driving drunk fatal speeding speeders speed
    uninsured insurance seized seize seizure dvla dvsa motorway mways roads policing police policed
    policeman policewoman policemen response neighbourhood neighbourhoods specials special cadet cadets
    volunteer volunteers horse horses mounted dog dogs pup pups puppy drone drones handler handlers
    forensic forensics csi detective detectives offender offenders suspect suspects wanted missing found
    appeal appeals witness witnesses dashcam headcam bodycam crimestoppers crimewatch crime crimes
    criminal criminals vawg dv da domestic abuse abuser abusers stalking stalker stalkers harassment
    modern slavery trafficking exploitation grooming cse cce hate hatred scam scams scammer
    scammers fraud fraudster fraudsters phishing cyber online covid coronavirus lockdown vaccine distancing
    rest shift shifts earlies lates nights overtime annual leave refs knock
    wakey caught jail jailed banter scrote scrotes toerag toerags numpty numpties
    muppet muppets wally wallies plonker plonkers pillock pillocks muppetry idiot idiots moron morons
    clown clowns yob yobs chav chavs thug thugs louts lout scum scumbag scumbags lowlife lowlifes junkie
    junkies druggie druggies pikey pikeys gypo tramp tramps smackhead smackheads crackhead crackheads
    mate mates brew brews cuppa tea kettle beer beers oclock pint pints pub pubs wine gin fizz prosecco
    curry chippy butty bacon banger bangers telly bloke blokes lad lads lass lasses mum mums mummy nan
    nans granny grandad gran wee bairn bairns loo quid fiver tenner knackered shattered gutted chuffed
    gobsmacked skint posh dodgy cheeky naff nutter nutters nowt owt summat aye innit bruv blud fam
    hashtag hashtags tweet tweets tweeting retweet retweets tweeter twitter facebook instagram snapchat
    tiktok whatsapp youtube selfie selfies meme memes emoji emojis blog blogs blogger vlog podcast livechat
    app apps wifi website webchat email emails inbox followers ff tbt throwback motivation monday
    tuesday wednesday thursday friday saturday sunday mondays fridays january february april june july
    august september october november december christmas xmas easter halloween bonfire ramadan eid diwali
    hanukkah pride lgbt lgbtq lgbti bame blm mh autism dementia ptsd suicide wellbeing
    brexit indyref tory tories labour libdem libdems snp ukip dup corbyn boris starmer farage sturgeon
    theresa austerity government parliament westminster council councils councillor mayor minister mps
    remainer trump putin racist racism sexist sexism homophobic islam islamic muslim muslims
    jewish christian catholic asian british english scottish welsh irish england scotland wales britain
    ireland ulster london londoner londoners met gmp wmp tvp msp asp wyp syp nyp humbs
    manchester birmingham leeds liverpool sheffield bristol newcastle sunderland nottingham leicester
    derby coventry bradford hull stoke wolverhampton plymouth southampton portsmouth reading oxford
    cambridge norwich ipswich peterborough luton bolton bury oldham rochdale salford stockport tameside
    trafford wigan blackburn burnley preston blackpool lancaster warrington chester crewe york halifax
    huddersfield wakefield barnsley doncaster rotherham middlesbrough darlington durham gateshead
    hartlepool carlisle kendal lincoln grimsby scunthorpe northampton bedford watford stevenage slough
    swindon bath gloucester cheltenham exeter torquay truro bournemouth poole brighton hove hastings
    eastbourne crawley guildford woking basingstoke winchester salisbury taunton yeovil hereford worcester
    dudley walsall solihull sandwell telford shrewsbury stafford tamworth lichfield cannock redditch
    cardiff swansea newport wrexham bangor aberystwyth edinburgh glasgow aberdeen dundee inverness perth
    stirling paisley belfast derry londonderry lisburn newry antrim armagh croydon lewisham hackney
    islington camden brent barnet enfield haringey lambeth southwark greenwich bexley bromley sutton
    merton kingston richmond hounslow ealing hillingdon harrow redbridge newham havering barking dagenham
    hammersmith fulham whitehall whitechapel southall stockwell knightsbridge hornchurch heathrow gatwick
    stansted kingsbury kingstanding kingswood ladywood handsworth bearwood longbridge longsight bullring
    littleborough highbridge smallbridge oldbury minehead moston selfridges blackstock woodford
    wimbledon wembley walthamstow wandsworth westminster blackheath greenford hounslow surbiton shoreditch
    bournville edgbaston erdington moseley aston harborne smethwick wednesbury bilston brierley halesowen
    stourbridge northfield selly withington chorlton didsbury wythenshawe sale altrincham stretford leigh
    keighley batley dewsbury pontefract castleford headingley chapeltown harehills hyde ashton denton marple
    southend chelmsford colchester basildon harlow braintree maidstone dartford gravesend margate folkestone
    ashford canterbury dover medway tunbridge sevenoaks redhill reigate horsham worthing chichester bognor
    portishead avonmouth weston bridgwater frome trowbridge warminster glastonbury shepton apprenticeship
    homerton brixton tottenham peckham soho essex kent sussex surrey hampshire dorset devon cornwall
    somerset avon wiltshire gloucestershire berkshire buckinghamshire oxfordshire hertfordshire
    bedfordshire cambridgeshire norfolk suffolk lincolnshire leicestershire nottinghamshire derbyshire
    staffordshire warwickshire northamptonshire worcestershire herefordshire shropshire cheshire
    merseyside lancashire cumbria yorkshire humberside northumbria northumberland cleveland tayside fife
    lothian strathclyde gwent dyfed powys glamorgan anglesey midlands thames severn tyne
    mersey humber clyde servator attestation treacle frosty remember unmasking awks tvm
    fuck fucks fucked fucker fuckers fucking fuckin fuckwit shit shits shite shitty shitter shithead
    shithole shitshow bullshit cunt cunts wank wanker wankers wanking twat twats prick pricks dickhead
    dickheads cock cocks knob knobhead bellend bellends arse arses arsehole arseholes ass asshole assholes
    bastard bastards bitch bitches bollocks bollock bugger buggers bloody crap crappy piss pissed pissing
    slag slags slut sluts whore whores tosser tossers git gits damn hell feck fecking minger mingers
    spastic spaz retard retards mong tranny poof poofter faggot faggots fag dyke paki pakis nigger niggers
    nigga coon wog chink gyppo gypsy gypsies tart tarts slapper
    ttfn karma karmas gotcha busted yolo epic awesome winning fail
    fails fails lock locked banged nailed sorted result results thin blue line family team teams job jobs
    love loves hero heroes thank thanks unit units patrol patrols traffic kids kid phone
    luggage shame walk nowhere hide clucking bell tick tock sleep tight bacon piggy
    """
  }

  /// Common first names of the United Kingdom.
  static var firstNames: StaticString {
    """
    adam aidan alan alex alexander alice alison amanda amy andrea andrew angela anna anne anthony ashley
    barry ben benjamin beth brian callum cameron carl carol caroline catherine charlie charlotte chloe
    chris christine christopher claire clare colin craig daniel darren dave david dawn dean deborah debbie
    derek diane donna dylan edward elaine eleanor elizabeth ella ellie emily emma eric ethan eva evelyn
    fiona frances francis gareth gary gavin gemma geoff george georgia gordon graham hannah harriet harry
    hayley heather helen henry holly hugh iain ian isaac isabella jack jackie jacob jacqueline jade jake
    james jamie jane janet jason jean jennifer jenny jeremy jessica jill joan joanne joe john jonathan
    jordan joseph joshua julia julie june karen kate katherine kathleen katie keith kelly kenneth kerry
    kevin kieran kim kirsty laura lauren leanne lee leo lewis liam linda lisa logan louise lucas lucy luke
    lynn margaret maria marie martin mary matt matthew maureen max megan melanie melissa mia michael
    michelle mike mohammed muhammad nathan neil nicholas nicola nigel noah nicole oliver olivia oscar
    owen pamela patricia patrick paul paula pauline peter philip phillip phoebe poppy rachel rebecca
    richard robert robin roger rosie roy russell ruth ryan sally sam samantha samuel sandra sarah scott
    sean shannon sharon shaun sheila shirley simon sophie stacey stephanie stephen steve steven stuart
    susan suzanne teresa terry thomas tim timothy tina toby tom tony tracey tracy tyler valerie vanessa
    victoria vincent wayne wendy william zoe
    """
  }
}
