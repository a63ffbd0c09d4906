import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixture } from '../../test/import-samples.ts';
import { guessMapping } from './guess-mapping.rules.ts';
import { readTable } from './read-table.rules.ts';

/** Takes headers and rows; gives only what was found, as field → heading. */
function guess(headers: string[], rows: string[][] = []): Record<string, string | undefined> {
  const found = Object.entries(guessMapping(headers, rows)).filter(([, column]) => column !== null);
  return Object.fromEntries(found.map(([field, column]) => [field, headers[column ?? -1]]));
}

/** Takes "field=Heading; field=Heading" and gives it as an object. */
function pairs(text: string): Record<string, string> {
  return Object.fromEntries(text.split(/;\s*/).map((pair) => pair.split('=')));
}

function guessFile(name: string): Record<string, string | undefined> {
  const table = readTable(fixture(name), name);
  return guess(
    table.headers,
    table.rows.map((row) => row.cells),
  );
}

describe('exports of other systems', () => {
  test('HubSpot contacts', () => {
    expect(guessFile('hubspot-contacts.csv')).toEqual(
      pairs(`firstName=First Name; lastName=Last Name; company=Company name; phone=Phone Number;
      phone2=Mobile Phone Number; email=Email; source=Original Source; ownerName=Contact owner;
      createdAt=Create Date; externalId=Record ID; street=Street Address; city=City;
      region=State/Region; postalCode=Postal Code; country=Country/Region; dealStage=Lead Status;
      doNotEmail=Unsubscribed from all email`),
    );
  });

  test('Salesforce leads: a job title is not the title of a deal', () => {
    expect(guessFile('salesforce-leads.csv')).toEqual(
      pairs(`firstName=First Name; lastName=Last Name; company=Company / Account; phone=Phone;
      phone2=Mobile; email=Email; source=Lead Source; note=Description; ownerName=Lead Owner;
      createdAt=Create Date; street=Street; city=City; region=State/Province;
      postalCode=Zip/Postal Code; country=Country; dealStage=Lead Status; doNotCall=Do Not Call;
      doNotEmail=Email Opt Out`),
    );
  });

  test('Pipedrive deals', () => {
    expect(guessFile('pipedrive-deals.csv')).toEqual(
      pairs(`fullName=Person - Name; company=Organization - Name; phone=Person - Phone - Mobile;
      phone2=Person - Phone - Work; email=Person - Email - Work; ownerName=Deal - Owner;
      createdAt=Deal - Deal created; externalId=Deal - ID; dealTitle=Deal - Title;
      dealStage=Deal - Stage; dealValue=Deal - Value`),
    );
  });

  test('DealerSocket: the trade-in is not the vehicle of interest, and a fax is no phone', () => {
    expect(guessFile('dealersocket.csv')).toMatchObject(
      pairs(`phone=Cell Phone; phone2=Home Phone; phone3=Work Phone; vehicleYear=Vehicle Year;
      vehicleMake=Vehicle Make; vehicleModel=Vehicle Model; stockNumber=Stock #; vin=VIN;
      ownerName=Sales Rep; dealStage=Event Status; note=Notes; doNotCall=Do Not Call;
      doNotEmail=Do Not Email`),
    );
  });

  test('VinSolutions and Elead', () => {
    expect(
      guess([
        'Customer ID',
        'Customer Name',
        'Day Phone',
        'Evening Phone',
        'Cell Phone',
        'Lead Source',
        'BD Agent',
        'Sales Rep',
        'Lead Date',
      ]),
    ).toEqual(
      pairs(`externalId=Customer ID; fullName=Customer Name; phone=Cell Phone; phone2=Evening Phone;
      phone3=Day Phone; source=Lead Source; ownerName=Sales Rep; createdAt=Lead Date`),
    );
    expect(
      guess([
        'FirstName',
        'LastName',
        'HomePhone',
        'CellPhone',
        'Address1',
        'ZipCode',
        'UpType',
        'Salesperson',
        'SoughtYear',
        'SoughtMake',
        'SoughtModel',
      ]),
    ).toEqual(
      pairs(`firstName=FirstName; lastName=LastName; phone=CellPhone; phone2=HomePhone; street=Address1;
      postalCode=ZipCode; source=UpType; ownerName=Salesperson; vehicleYear=SoughtYear;
      vehicleMake=SoughtMake; vehicleModel=SoughtModel`),
    );
  });

  test('a German spreadsheet', () => {
    expect(guessFile('excel-german.csv')).toEqual(
      pairs(`externalId=Kundennummer; firstName=Vorname; lastName=Nachname; phone=Telefon; phone2=Handy;
      email=E-Mail-Adresse; street=Straße; postalCode=PLZ; city=Ort; vehicle=Fahrzeug;
      dealValue=Kaufpreis; createdAt=Erstellt am; note=Bemerkung; ownerName=Verkäufer`),
    );
  });

  test('a Spanish spreadsheet', () => {
    expect(
      guess([
        'Nombre',
        'Apellidos',
        'Teléfono',
        'Correo electrónico',
        'Dirección',
        'Ciudad',
        'Código Postal',
        'Marca',
        'Modelo',
        'Año',
        'Vendedor',
        'Observaciones',
      ]),
    ).toEqual(
      pairs(`firstName=Nombre; lastName=Apellidos; phone=Teléfono; email=Correo electrónico;
      street=Dirección; city=Ciudad; postalCode=Código Postal; vehicleMake=Marca;
      vehicleModel=Modelo; vehicleYear=Año; ownerName=Vendedor; note=Observaciones`),
    );
    expect(guess(['Nombre', 'Celular'])).toEqual({ fullName: 'Nombre', phone: 'Celular' });
  });

  test('Salesforce in capitals, Google and Outlook contacts', () => {
    expect(
      guess([
        'FIRSTNAME',
        'LASTNAME',
        'MOBILEPHONE',
        'MAILINGSTREET',
        'MAILINGPOSTALCODE',
        'LEADSOURCE',
        'HASOPTEDOUTOFEMAIL',
        'DONOTCALL',
      ]),
    ).toEqual(
      pairs(`firstName=FIRSTNAME; lastName=LASTNAME; phone=MOBILEPHONE; street=MAILINGSTREET;
      postalCode=MAILINGPOSTALCODE; source=LEADSOURCE; doNotEmail=HASOPTEDOUTOFEMAIL;
      doNotCall=DONOTCALL`),
    );
    expect(
      guess([
        'Given Name',
        'Family Name',
        'E-mail 1 - Type',
        'E-mail 1 - Value',
        'Phone 1 - Type',
        'Phone 1 - Value',
        'Organization 1 - Name',
      ]),
    ).toEqual(
      pairs(`firstName=Given Name; lastName=Family Name; email=E-mail 1 - Value; phone=Phone 1 - Value;
      company=Organization 1 - Name`),
    );
    expect(guess(['E-mail Address', 'Business Phone', 'Home Phone', 'Home Street'])).toEqual(
      pairs(`email=E-mail Address; phone=Home Phone; phone2=Business Phone; street=Home Street`),
    );
  });
});

describe('judging by the cells', () => {
  test('columns without a telling heading are known by their e-mails, phones, VINs and names', () => {
    const rows = [
      ['Maria Lopez', 'm@x.com', '214-555-0101', '1HGCM82633A004352'],
      ['Ben Ode', 'b@x.com', '(214) 555-0102', '1M8GDM9AXKP042788'],
    ];
    expect(guess(['Column 1', 'Column 2', 'Column 3', 'Column 4'], rows)).toEqual(
      pairs(`fullName=Column 1; email=Column 2; phone=Column 3; vin=Column 4`),
    );
  });

  test('a heading does not outweigh cells that say otherwise', () => {
    const rows = [
      ['yes', 'm@x.com'],
      ['no', 'b@x.com'],
      ['yes', 'c@x.com'],
    ];
    expect(guess(['Email', 'Contact'], rows)).toEqual({ email: 'Contact' });
  });

  test('an owner given by e-mail is looked up by e-mail', () => {
    expect(guess(['Name', 'Owner'], [['Maria', 'ana@northside.example']])).toEqual({
      fullName: 'Name',
      ownerEmail: 'Owner',
    });
  });
});

test('no column is ever given to two fields', () => {
  const heading = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'Name',
      'Phone',
      'Email',
      'Mobile',
      'Owner',
      'Title',
      'Value',
      'Vehicle',
      'Status',
      'Nombre',
      'VIN',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(heading, { maxLength: 30 }),
      fc.array(fc.array(fc.oneof(fc.string(), fc.emailAddress()), { maxLength: 30 }), { maxLength: 5 }),
      (headers, rows) => {
        const used = Object.values(guessMapping(headers, rows)).filter((column) => column !== null);
        expect(new Set(used).size).toBe(used.length);
        expect(used.every((column) => column < headers.length)).toBe(true);
      },
    ),
  );
});
