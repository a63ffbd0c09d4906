/** Facts about names of cars, as people type them. "~" marks a name that is also an everyday word: it needs a make, a colour or an article before it. */
const makes = `Acura, Audi, BMW, Buick, Cadillac, Chevrolet, Chevy, Chrysler, Dodge, Fiat, Ford, Genesis, GMC, Honda, Hyundai, Infiniti, Isuzu,
  Jaguar, Jeep, Kia, Land Rover, Lexus, Lincoln, Lucid, Maserati, Mazda, Mercedes, Mercedes-Benz, Mitsubishi, Nissan, Polestar, Pontiac,
  Porsche, Ram, Rivian, Saab, Saturn, Scion, Subaru, Suzuki, Tesla, Toyota, Volkswagen, Volvo, VW, Bentley, ~Mini`;

const models = `Silverado, Tahoe, Suburban, Colorado, Camaro, Corvette, Malibu, Equinox, Traverse, Trailblazer, ~Blazer, Trax, Cruze, Impala, ~Spark,
  ~Bolt, ~Volt, ~Sonic, ~Avalanche, ~Astro, HHR, Sierra, Yukon, Yukon XL, Acadia, ~Terrain, ~Canyon, Envoy, Hummer, Enclave, ~Encore, Envision,
  Envista, Escalade, Lyriq, XT4, XT5, XT6, CT4, CT5, CTS, SRX, F-150, F-250, F-350, F-450, Super Duty, Explorer, Expedition, Expedition Max, Bronco,
  Bronco Sport, Mustang, Mach-E, Mustang Mach-E, Ranger, ~Maverick, ~Escape, ~Edge, ~Fusion, ~Focus, Fiesta, ~Flex, Taurus, EcoSport, ~Transit,
  Raptor, ~Lightning, Navigator, Aviator, Nautilus, Corsair, MKX, MKZ, MKC, Ram 1500, Ram 2500, Ram 3500, ~Charger, ~Challenger, Durango,
  ~Journey, Grand Caravan, ~Hornet, ~Dart, Pacifica, Voyager, Town and Country, Chrysler 300, Wrangler, Grand Cherokee, Cherokee, ~Compass, ~Renegade,
  Gladiator, Wagoneer, Grand Wagoneer, ~Patriot, ~Liberty, Camry, Corolla, Corolla Cross, RAV4, Highlander, Grand Highlander, 4Runner, Tacoma,
  Tundra, Sequoia, Sienna, Prius, Venza, Avalon, Supra, GR86, C-HR, Land Cruiser, FJ Cruiser, Yaris, ~Matrix, ~Crown, bZ4X, Accord, Civic, CR-V,
  HR-V, ~Pilot, ~Passport, Odyssey, Ridgeline, ~Fit, ~Insight, ~Prologue, ~Element, Altima, Sentra, Versa, Maxima, ~Rogue, Murano, Pathfinder,
  Armada, ~Frontier, ~Titan, ~Kicks, Juke, ~Leaf, Xterra, Ariya, 370Z, Elantra, Sonata, Tucson, Santa Fe, Santa Cruz, Palisade, ~Venue, ~Accent, Kona,
  Ioniq, Ioniq 5, Ioniq 6, Veloster, Sportage, Sorento, Telluride, Optima, K4, K5, Seltos, Stinger, Niro, ~Soul, ~Forte, ~Rio, ~Carnival, EV6,
  EV9, Sedona, Outback, Forester, Crosstrek, Impreza, ~Legacy, ~Ascent, WRX, BRZ, Solterra, CX-3, CX-30, CX-5, CX-50, CX-7, CX-9, CX-70, CX-90, Mazda3, Mazda6, Mazda 3,
  Mazda 6, Miata, MX-5, Jetta, Passat, Tiguan, ~Atlas, ~Golf, GTI, Taos, ID.4, ~Beetle, Arteon, Touareg, ~X1, ~X2, ~X3, ~X4, ~X5, ~X6, ~X7, 3 Series,
  5 Series, 330i, 328i, 530i, ~M3, ~M4, ~M5, C300, E350, GLA, GLB, GLC, GLE, GLS, C-Class, E-Class, S-Class, G-Wagon, Sprinter, ~A3, ~A4, ~A5, ~A6, ~Q3, ~Q5, ~Q7,
  Q8, E-tron, RX350, RX 350, RX, NX, ES350, ES 350, GX460, GX 460, GX, LX, IS350, IS250, MDX, RDX, TLX, ILX, TSX, Integra, QX50, QX55, QX60, QX80, Q50,
  G35, G37, XC40, XC60, XC90, S60, S90, GV60, GV70, GV80, G70, G80, Model 3, Model Y, Model S, Model X, Cybertruck, Macan, Cayenne, Panamera,
  Range Rover, ~Discovery, ~Defender, Evoque, Velar, ~Cooper, Countryman, Outlander, Outlander Sport, Eclipse Cross, ~Mirage, R1T, R1S, ProMaster`;

const trims = `LT, LTZ, LS, RST, Z71, WT, High Country, Premier, RS, SS, ZR2, Denali, AT4, SLE, SLT, Elevation, XL, XLT, Lariat, King Ranch,
  Platinum, Limited, STX, FX4, Tremor, Raptor, Titanium, SE, SEL, S, ST, GT, EcoBoost, Big Horn, Bighorn, Lone Star, Laramie, Longhorn, Rebel, TRX,
  Tradesman, Warlock, R/T, SXT, Hellcat, Scat Pack, Sahara, Rubicon, Sport, Overland, Laredo, Summit, Altitude, Latitude, Trailhawk, SR, SR5, TRD, TRD
  Pro, TRD Off-Road, Off-Road, LE, XLE, XSE, Hybrid, Prime, EX, EX-L, EXL, LX, Touring, Elite, Black Edition, TrailSport, Type R, Si, SV, SL, Pro-4X, Nismo, N Line, Calligraphy,
  Signature, Preferred, Premium, Grand Touring, Signature, Wilderness, Onyx, Essence, Avenir, Luxury, V-Series, AWD, FWD, RWD, 4WD, 2WD, 4x4, 4x2, Crew Cab,
  Crew, Extended Cab, Double Cab, Quad Cab, Mega Cab, SuperCrew, CrewMax, Diesel, Duramax, Powerstroke, Cummins, HEV, PHEV, EV, Plug-in, 1500, 2500, 3500, 1500HD, 2500HD`;

const short: Readonly<Record<string, string>> = {
  f150: 'F-150',
  f250: 'F-250',
  f350: 'F-350',
  silv: 'Silverado',
  wranglr: 'Wrangler',
  taho: 'Tahoe',
  tohoe: 'Tahoe',
  tahoo: 'Tahoe',
  corola: 'Corolla',
  cammry: 'Camry',
  siverado: 'Silverado',
  silverardo: 'Silverado',
  benz: 'Mercedes-Benz',
  bimmer: 'BMW',
  beemer: 'BMW',
  beamer: 'BMW',
  chev: 'Chevy',
  subie: 'Subaru',
  vette: 'Corvette',
  stang: 'Mustang',
  taco: 'Tacoma',
  expy: 'Expedition',
};

export interface CarName {
  display: string;
  /** an everyday word too */
  weak: boolean;
}

/** "F-150", "f 150" and "f150" are one key. */
export function carKey(words: string): string {
  return words.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function table(list: string): Map<string, CarName> {
  const names = list.split(',').map((name) => name.replace(/\s+/g, ' ').trim());
  return new Map(names.map((name) => [carKey(name), { display: name.replace('~', ''), weak: name.startsWith('~') }]));
}

export const makeNames: ReadonlyMap<string, CarName> = table(makes);
export const modelNames: ReadonlyMap<string, CarName> = new Map([
  ...table(models),
  ...Object.entries(short).map(([typed, display]) => [typed, { display, weak: typed === 'taco' }] as const),
]);
export const trimNames: ReadonlyMap<string, CarName> = table(trims);
