import { slips, wordSet } from './expand.ts';

/** Words that never begin a name. */
export const neverNames: ReadonlySet<string> =
  wordSet(`a an the i i'm im i've ive i'll ill me my mine we we're we'll we've us our you your u ur yours he he's hes he'll she she's
  shes she'll they they're theyre they'll their theirs them him his her hers it it's its itself this that that's thats these those there here who whom whose
  what what's whats when where why how which w w/ w/o with without to for from of in on at by as into onto over under about re regarding around
  after before since until til till between than then so but or nor and y if because cuz bc though although while not no none nothing never
  is isn't isnt are aren't arent was wasn't wasnt were weren't be been being am do does doesn't doesnt did didn't didnt done don't dont have has hasn't hasnt had hadn't
  having can can't cant could couldn't couldnt would wouldn't wouldnt should shall might must wanna gonna gotta gotten get gets got getting
  want wants wanted need needs needed say says said ask asks asked asking tell tells told like likes liked love loves loved hate hates think thinks thought
  know knows knew see sees seen saw look looks looked go goes went going gone come comes coming came take takes took taking
  make makes made bring brings brought bringing buy buys buying bought sell sells selling pay pays paying paid let lets keep keeps kept wait waits waiting
  try tries tried work works working worked seem seems seemed feel feels felt hear heard agree agreed decide decided check checking
  very really super pretty too also just still only even maybe probably possibly likely definitely again already yet back now later soon asap once twice
  all any some each every both more most less least much many lot lots few several another other others else same such own
  yes yeah ok okay please pls plz thanks thx hi hello hey any anyone anything everyone everything someone something somebody nobody
  good great nice bad better best worse not cool happy mad upset busy free ready serious interested
  price prices pricing payment payments pymt pymts pmt pmts otd trade tradein trade-in payoff credit loan finance financing financed lease leasing
  down deposit quote quotes quoted numbers figures offer offers offered counter deal deals money cash rate rates apr approval approved
  app application paperwork docs title keys key plate plates insurance service parts recall
  car cars truck trucks suv suvs van vans vehicle vehicles unit color colour miles mileage vin stock stk
  customer customers cust client clients lead leads prospect guest buyer buyers guy guys dude lady man woman kid kids son daughter
  wife husband spouse hubby boyfriend girlfriend mom dad mother father brother sister friend family couple partner boss manager
  phone number cell email mail address store lot showroom dealership dealer floor office house home
  today tonight morning afternoon evening night day days week weeks weekend month months year years hour hours min mins minute minutes time times
  quiere queria necesita dice dijo pregunta pregunto con por para el ella que es esta muy pero tambien gusta le lo se si un una
  cancel cancels cancelled canceled canceling stop stops end ends quit revoke change changed changing move moved moving
  text texting call calling calls email emailing sent send sends sending left leave leaving give gave gives
  qualified preapproved undecided up finally actually basically confirm verify remind discuss review schedule reschedule update updates explain answer undo info help start unstop attempt wrong dnc mgr mgmt gm gsm desk dmv tax to'd school church team detail detailing`);

/** Further words that end a name once it has begun; a few of them are surnames when nothing of the sentence follows. */
const enders: ReadonlySet<string> =
  wordSet(`will won't wont may says able afford available bank banks big bigger browsing budget cheap cheaper cheapest cold comparing compare confirmed
  confirm credit-app cosigner cosign cobuyer co-buyer dead declined denied delayed demoing deciding drove drives driving drive excited expensive
  far financed found ghosted ghost hot hoping hold holding horrible hung hurt inbound internet joint just-looking kinda large late leaned leans leaning
  left-msg letting located long looking low lowball lower lost maxed mentioned mentions mentioning missed moved negative neg new next nope obviously okay older old open opened
  opted out open outside owes owed own owns passing picking picks picked plans planning plus possible prefers prefer preferred previous promised prob qualifies quick quickly quite
  rather referred referral refused rejected remembered repeat replied reply replies requested requesting request respond responded response returned returning returns
  rude said-no sat sent-pics shopping shopped shops short showed shows showing shown showroomed sick since sign signed signing sister-in-law small
  sold sorry sounded sounds spoke-to stated stopped strong stuck supposed sure surprised switched switching talk talked talking talks test tested testing
  thinking thinks through tired total totally touched turned turning undecided unhappy unit unsure up upgrading used using usually verbal verified via visited
  visiting waiting walked walks wanting wanna-see warm watching waste weird whether wished wishes wondering wonder worried worry worth wrong young
  gone timing elsewhere competitor distance moved state area income job pictures pics pic video photos photo info link links options option colour black-one red-one
  family-of ready-to price-shopping low-balled interest interested kids appraised appraisal appraise equity upside bankruptcy repo score fico
  lives live lived calls runs ran rides rents bounced broke brings builds chose chosen cleared complained complains dropped fell finds finish finished flew follows forgot grew happens helps insists inquired joined jumped kept leaning leases leased lists means meets misses moves negotiates parked passed passes pleased plans puts qualified reads refuses remembers researched rolls rolled runs sends shops sleeps smokes speaks spent spends stays stayed stole struggles swears thanked told tows towed travels trades turns understands uses visits wished yelled hates hoped bounces cosigns dont
  near close closer closing closes closed pending max bday birthday payday anniversary first midnight xmas christmas thanksgiving easter halloween holiday holidays undo hasnt spouse's x2 x3 xx twice voicemail mailbox full answer answers answered ring rang rings
  rescheduled resched reschedule confirmed rsvp eta running stuck caught signs tmrw's needs-to`);

/** Common words that are surnames too: "john price", "maria banks". */
export const surnamesToo: ReadonlySet<string> =
  wordSet(`max price prices best good long short young rich cash case cook day love park banks bank church hill small little wise sharp strong bush
  early low moody grant chase frost winters summers may will mark best fields street page king hope grace joy walker sellers buyer wait waits waiters keys guest cold
  power bright savage speed story way doss manning close sharp worth new old case night moon stock store parts man son dad brother friend home`);

const ingNames: ReadonlySet<string> = wordSet(
  'fleming manning browning harding keating downing dowling bowling cushing darling sterling stirling schilling pershing starling wilding herring loring waring goring deming cumming fielding spalding spaulding redding gooding hocking pickering bolling easterling kipling golding banning canning channing hastings living whiting bunting channing hemming loving',
);
const edNames: ReadonlySet<string> = wordSet(
  'ahmed mohammed mohamed muhammed mohamad waleed rasheed hameed hamed saeed majeed naveed junaid alfred mildred winfred wilfred manfred jarred jarrod jared creed sneed mead reed tweed freed snead aldred eldred allred shahed fareed jameed khaled khalled sayed',
);
const mistypedVerbs: ReadonlySet<string> = new Set([...slips('wants'), ...slips('needs'), ...slips('called')]);

/** True for a word that ends a name which has already begun, a verb form of unknown meaning ("wondering") included. */
export function endsName(word: string): boolean {
  if (neverNames.has(word) || enders.has(word) || mistypedVerbs.has(word)) return true;
  if (word.length >= 6 && word.endsWith('ing')) return !ingNames.has(word);
  return word.length >= 6 && word.endsWith('ed') && !edNames.has(word);
}

export const titles: ReadonlySet<string> = wordSet('mr mrs ms miss mister dr sr sra srta senor senora don dona prof');
export const suffixes: ReadonlySet<string> = wordSet('jr sr ii iii iv');
export const particles: ReadonlySet<string> = wordSet(
  'de la las los del van der den von da dos di du le bin al el st san santa o mc mac ter ten',
);
