import type { ImportField } from './import-fields.rules.ts';

/** How columns are headed: `exact` headings in the order of how sure they are, and words that may stand `within` a longer one. */
interface HeaderSynonyms {
  exact: string;
  within?: string;
}

// Normalised as normaliseHeader does; English first, then Spanish and German.
const synonyms: Partial<Record<ImportField, HeaderSynonyms>> = {
  firstName: {
    exact: 'first name|first|given name|forename|fname|nombre|primer nombre|nombres|vorname',
    within: 'first name',
  },
  lastName: {
    exact: 'last name|last|surname|family name|lname|apellido|apellidos|nachname|familienname|zuname',
    within: 'last name',
  },
  fullName: {
    exact:
      'full name|customer name|contact name|client name|buyer name|person name|name|customer|contact|contact person|client|buyer|' +
      'prospect|nombre completo|nombre y apellido|nombre y apellidos|cliente|kunde|kundenname|vollstandiger name|ansprechpartner',
    within: 'full name|customer name|contact name',
  },
  company: {
    exact:
      'company|company name|account name|account|company account|organization|organisation|organization name|business|business name|' +
      'employer|associated company|empresa|compania|firma|firmenname|unternehmen|organization 1 name',
    within: 'company name',
  },
  phone: {
    exact:
      'phone|phone number|telephone|tel|telephone number|primary phone|main phone|contact phone|phone 1|phone no|phone 1 value|' +
      'telefono|numero de telefono|telefon|telefonnummer|rufnummer|tel nr|' +
      'mobile|cell|cell phone|mobile phone|mobile number|mobile phone number|phone mobile|celular|movil|handy|mobil|mobilnummer|mobiltelefon|' +
      'home phone|phone home|home|evening phone|telefono casa|telefon privat|' +
      'work phone|phone work|business phone|day phone|work|office phone|telefono trabajo|telefon geschaftlich|phone 2|phone 2 value|other phone|alternate phone',
    within: 'phone|mobile|cell|telephone|telefono|telefon|celular|handy',
  },
  email: {
    exact:
      'email|e mail|email address|e mail address|mail|primary email|email 1|e mail 1 value|personal email|email home|person email|correo|correo electronico|' +
      'e mail adresse|email adresse|mailadresse|work email|email work|business email|secondary email|email 2|other email|alternate email|e mail 2 value',
    within: 'email|e mail|correo',
  },
  street: {
    exact:
      'street|street address|address|address 1|address line 1|street 1|mailing street|mailing address|home street|home address|' +
      'direccion|calle|domicilio|strasse|anschrift|adresse|strasse und hausnummer',
    within: 'street address|address line 1',
  },
  city: { exact: 'city|town|city town|mailing city|home city|ciudad|localidad|ort|stadt|wohnort', within: 'city' },
  region: {
    exact:
      'state|state region|state province|region|province|mailing state|mailing state province|home state|st|estado|provincia|bundesland',
    within: 'state province|province',
  },
  postalCode: {
    exact:
      'zip|zip code|postal code|postcode|post code|zip postal code|mailing zip|mailing postal code|mailing zip postal code|' +
      'home postal code|codigo postal|cp|plz|postleitzahl',
    within: 'zip|postal code',
  },
  country: { exact: 'country|country region|mailing country|home country region|pais|land', within: 'country' },
  source: {
    exact:
      'source|lead source|original source|source name|up source|up type|how heard|referral source|lead provider|fuente|origen|' +
      'quelle|herkunft|leadquelle|source type|lead type',
    within: 'lead source|original source',
  },
  note: {
    exact:
      'note|notes|comment|comments|description|remarks|message|memo|notas|nota|comentarios|observaciones|notiz|notizen|bemerkung|bemerkungen|kommentar',
    within: 'notes|comments|comment|bemerkung',
  },
  ownerName: {
    exact:
      'owner|contact owner|deal owner|lead owner|account owner|owner name|sales rep|salesperson|sales person|rep|rep name|assigned to|' +
      'assigned user|assigned rep|sales consultant|consultant|sales agent|salesman|agent|vendedor|asesor|propietario|verkaufer|berater|zustandig',
    within: 'sales rep|salesperson|owner|verkaufer|vendedor',
  },
  ownerEmail: {
    exact:
      'owner email|rep email|sales rep email|salesperson email|contact owner email|deal owner email|lead owner email|assigned to email|agent email',
    within: 'owner email|rep email|salesperson email',
  },
  dealTitle: {
    exact:
      'deal title|deal name|deal|opportunity|opportunity name|title|negocio|nombre del negocio|oportunidad|geschaft|verkaufschance',
    within: 'opportunity name|deal name',
  },
  dealStage: {
    exact:
      'deal stage|stage|pipeline stage|stage name|sales stage|lead status|event status|up status|deal status|status|etapa|fase|etapa del negocio|estatus|phase',
    within: 'deal stage|lead status',
  },
  dealValue: {
    exact:
      'deal value|value|amount|deal amount|opportunity amount|price|asking price|selling price|sale price|list price|vehicle price|budget|valor|' +
      'importe|precio|monto|wert|betrag|preis|kaufpreis',
    within: 'price|amount|preis|precio|betrag',
  },
  vehicle: {
    exact:
      'vehicle|vehicle of interest|vehicle interest|interested in|car|vehicle description|voi|desired vehicle|sought vehicle|vehiculo|auto|' +
      'vehiculo de interes|coche|fahrzeug|wunschfahrzeug',
    within: 'vehicle of interest|vehicle description',
  },
  vehicleYear: {
    exact: 'vehicle year|year|model year|sought year|veh year|ano|anio|baujahr|jahr',
    within: 'vehicle year',
  },
  vehicleMake: { exact: 'vehicle make|make|sought make|veh make|brand|marca|marke|hersteller', within: 'vehicle make' },
  vehicleModel: { exact: 'vehicle model|model|sought model|veh model|modelo|modell', within: 'vehicle model' },
  stockNumber: {
    exact:
      'stock number|stock|stock no|stk|stk no|sought stock|vehicle stock|stock num|numero de inventario|inventario|bestandsnummer',
    within: 'stock number|stock no|stock',
  },
  vin: {
    exact: 'vin|vehicle vin|vin number|vehicle identification number|fin|fahrgestellnummer|numero de serie|sought vin',
    within: 'vin',
  },
  externalId: {
    exact:
      'record id|id|external id|contact id|lead id|customer id|customer number|customer no|cust no|deal id|opportunity id|prospect id|' +
      'record id contact|person id|kundennummer|kunden nr|numero de cliente',
  },
  doNotCall: { exact: 'do not call|dnc|do not phone|no call|no llamar|nicht anrufen', within: 'do not call' },
  doNotText: {
    exact: 'do not text|do not sms|sms opt out|text opt out|opted out of sms|no enviar sms|keine sms',
    within: 'do not text|sms opt out',
  },
  doNotEmail: {
    exact:
      'do not email|do not e mail|email opt out|has opted out of email|opted out of email|unsubscribed from all email|' +
      'unsubscribed|no enviar correo|keine e mail',
    within: 'email opt out|opted out of email|unsubscribed from all',
  },
  createdAt: {
    exact:
      'create date|created|created date|created at|created on|date created|creation date|date added|added|lead date|up date|lead created|deal created|person created|' +
      'fecha de creacion|fecha|erstellt|erstellt am|erstelldatum|angelegt am',
    within: 'create date|created date|date created',
  },
};

const vetoed =
  /\b(fax|trade|trade ?in|co ?buyer|co ?owner|spouse|assistant|emergency|dealer|dealership|type|label|count|verified|bounced|opt ?in|campaign|pipeline|last modified|modified|updated|manager|created by|previous|former|id|birth|birthday|domain|confidence)\b/;

const table = Object.entries(synonyms).map(([field, { exact, within }]) => ({
  field: field as ImportField,
  exact: new Map(exact.split('|').map((phrase, i) => [compact(phrase), i])),
  within: (within ?? '').split('|').filter(Boolean),
}));

/** Takes a normalised heading and tells whether it speaks of something else (a fax, a trade-in, a co-buyer, an id). */
export function isVetoed(header: string): boolean {
  return vetoed.test(header);
}

/** Takes a normalised heading and gives the fields it could mean, each with a score up to 100. */
export function fieldsFor(header: string): { field: ImportField; score: number }[] {
  const bare = header.replace(
    /^(person|contact|customer|client|lead|buyer|primary|prospect|deal|organization|kontakt|kunde|kunden|cliente) /,
    '',
  );
  return table.flatMap(({ field, exact, within }) => {
    const rank = exact.get(compact(header)) ?? worse(exact.get(compact(bare)));
    if (rank !== undefined) return [{ field, score: 100 - rank / 2 }];
    if (isVetoed(header)) return [];
    const part = within.find((phrase) => ` ${header} `.includes(` ${phrase} `));
    return part ? [{ field, score: 40 + part.length - header.length / 10 }] : [];
  });
}

/** Takes a heading as it stands in the file and gives it in lower case, unaccented, in single words: MailingZip → mailing zip. */
export function normaliseHeader(header: string): string {
  return header
    .replace(/\p{Cc}/gu, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

// Salesforce's MAILINGPOSTALCODE and "Mailing Postal Code" are the same heading.
function compact(phrase: string): string {
  return phrase.replaceAll(' ', '');
}

function worse(rank: number | undefined): number | undefined {
  return rank === undefined ? undefined : rank + 15;
}
