export interface CustomerFile {
  /** UTF-8 with byte order mark, semicolons, CRLF, notes with line breaks: as a spreadsheet saves it. */
  csv: string;
  rows: number;
  /** Rows that an import must refuse. */
  bad: number;
  /** Rows that repeat the phone or the e-mail of a row above, spelled otherwise. */
  duplicates: number;
}

interface Customer {
  first: string;
  last: string;
  phone: string;
  email: string;
}

type Random = () => number;

const headings =
  'First Name;Last Name;Mobile Phone;E-mail;Street Address;City;State;ZIP;Lead Source;Salesperson;Vehicle of Interest;Stage;Deal Value;Create Date;Notes';
const firstNames = [
  'Maria',
  'José',
  'Ana',
  'Łukasz',
  'Chloé',
  'DeShawn',
  'Linh',
  'Søren',
  'Aisha',
  'Bob',
  'Jürgen',
  'Noor',
  'KEVIN',
  'Zoë',
  'Mary Ann',
];
const lastNames = [
  'Lopez',
  "O'Brien",
  'Łopez',
  'Smith-Jones',
  'Nguyen',
  'de la Cruz',
  'Müller',
  'Washington',
  'Kowalski',
  'Patel',
  'GARCIA',
  'Ng',
  'Björk',
];
const cities = ['Chicago;IL;60601', 'Evanston;IL;60201', 'Dallas;TX;75201', 'Springfield;MA;1103', 'Gary;IN;46402'];
const vehicles = [
  '2021 Chevrolet Tahoe LT',
  '2019 Ford F-150',
  'used Civic under 15k',
  '"Big" Silverado, lifted 6"',
  '2024 Kia EV9',
  '',
];
const stages = ['New up', 'Contacted', 'Appointment set', 'Demo drive', 'Write-up', ''];
const values = ['$32,500', '18900', '54,990.00', '27.5k', ''];
const notes = [
  '',
  'Wants the blue one.\r\nCall after 5; not at work.',
  'Said "maybe" twice',
  '=1+1 is what she typed',
  'مرحبا \u200f🚗',
  'Trade: 2012 Camry',
];

/**
 * Takes a number of rows and a seed; gives a realistic file of customers with known numbers of bad rows (one in 50) and
 * duplicates (one in 25). The same seed gives the same file; files of different seeds share hardly any customer.
 */
export function makeCustomers(n: number, seed: number): CustomerFile {
  const random = seededRandom(seed);
  const good: Customer[] = [];
  const lines: string[] = [];
  const counts = { bad: 0, duplicates: 0 };
  for (let i = 0; i < n; i++) {
    const earlier = good[Math.floor(random() * good.length)];
    if (i % 50 === 20) {
      lines.push(badLine(counts.bad++));
    } else if (i % 25 === 12 && earlier) {
      lines.push(toLine(random, repeated(earlier, counts.duplicates++)));
    } else {
      const customer = makeCustomer(random, i, seed);
      good.push(customer);
      lines.push(toLine(random, customer));
    }
  }
  return { csv: `\ufeff${[headings, ...lines].join('\r\n')}\r\n`, rows: n, ...counts };
}

function makeCustomer(random: Random, i: number, seed: number): Customer {
  const [first, last] = [pick(random, firstNames), pick(random, lastNames)];
  const digits = String(2_000_000 + ((seed * 100_003 + i) % 7_000_000));
  const phone = spelled(i, digits.slice(0, 3), digits.slice(3));
  const email = i % 3 === 0 ? '' : `${plain(first)}.${plain(last)}.${seed}.${i}@example.com`;
  return { first, last, phone, email };
}

function spelled(i: number, exchange: string, line: string): string {
  const spellings = [
    `(214) ${exchange}-${line}`,
    `214.${exchange}.${line}`,
    `+1 214 ${exchange} ${line}`,
    `1214${exchange}${line}`,
  ];
  return spellings[i % spellings.length] ?? '';
}

function repeated(customer: Customer, n: number): Customer {
  if (n % 2 === 1 && customer.email) return { ...customer, phone: '', email: customer.email.toUpperCase() };
  const digits = customer.phone.replace(/\D/g, '').slice(-10);
  return { ...customer, phone: `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`, email: '' };
}

function badLine(n: number): string {
  const kinds = [
    ';;;;12 Nobody St;Chicago;IL;60601;Walk-in;;;;;;no name, no phone',
    ';;555-12;;;;;;Phone;;;;;;a number that is too short',
    ';;;not-an-address;;;;;Internet;;;;;;',
    `Too;Long;;;;;;;;;;;;;${'x'.repeat(10_001)}`,
    'Shifted;Right;;;;;;;;;;;;;a note; with semicolons; but no quotes',
  ];
  return kinds[n % kinds.length] ?? '';
}

function toLine(random: Random, { first, last, phone, email }: Customer): string {
  const money = pick(random, values);
  const date = `${1 + Math.floor(random() * 12)}/${1 + Math.floor(random() * 28)}/2024`;
  const rest = [pick(random, vehicles), pick(random, stages), money, date, pick(random, notes)].map(quoted);
  return [
    first,
    last,
    phone,
    email,
    `${1 + Math.floor(random() * 900)} Main St`,
    pick(random, cities),
    'Internet',
    'Ana',
    ...rest,
  ].join(';');
}

function quoted(cell: string): string {
  return /[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
}

function pick(random: Random, from: readonly string[]): string {
  return from[Math.floor(random() * from.length)] ?? '';
}

// mulberry32: small, and the same numbers on every machine.
function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
