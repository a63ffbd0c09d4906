import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { northside, plan, rowOf } from '../../test/import-samples.ts';
import { contactKeys, findDuplicates } from './find-duplicates.rules.ts';
import { importFields } from './import-fields.rules.ts';
import { planRow } from './plan-row.rules.ts';

type Fields = Parameters<typeof plan>[0];

function reason(fields: Fields): string | null {
  const { cells, mapping } = rowOf(fields);
  const planned = planRow(cells, mapping, northside);
  return planned.ok ? null : planned.reason;
}

describe('who a row is about', () => {
  test('name, phones and e-mails are read and normalised, each once', () => {
    const { contact } = plan({
      fullName: 'LOPEZ, MARIA',
      phone: '(214) 555-0101',
      phone2: '214-555-0101; 214-555-0102',
      email: 'Maria@X.com, m@y.com',
      email2: 'maria@x.com',
    });
    expect(contact).toMatchObject({
      name: 'Maria Lopez',
      firstName: 'Maria',
      lastName: 'Lopez',
      phones: ['+12145550101', '+12145550102'],
      emails: ['maria@x.com', 'm@y.com'],
    });
  });

  test('without a name the company, the e-mail or the phone names the contact', () => {
    expect(plan({ fullName: '', company: 'Acme, Inc.', phone: '2145550101' }).contact.name).toBe('Acme, Inc.');
    expect(plan({ firstName: '-', lastName: '.', email: 'm@x.com' }).contact.name).toBe('m@x.com');
    expect(plan({ phone: '2145550101' }).contact.name).toBe('(214) 555-0101');
  });

  test('a row that names nobody is refused', () => {
    expect(reason({ fullName: ' ', city: 'Chicago', note: 'nobody' })).toBe(
      'There is no name, phone or e-mail in this row.',
    );
    expect(reason({ fullName: '\u200f\u00a0' })).toBe('There is no name, phone or e-mail in this row.');
    expect(reason({ phone: '555-12', email: 'maria@' })).toBe(
      '“555-12” is not a phone number. “maria@” is not an e-mail address. Nothing else in this row says who it is.',
    );
  });

  test('an unreadable phone or e-mail is a warning when something else says who it is', () => {
    const { contact, warnings } = plan({ fullName: 'Maria', phone: '2.14555E+09', email: 'not one' });
    expect(contact).toMatchObject({ phones: [], emails: [] });
    expect(warnings).toEqual(['“2.14555E+09” is not a phone number.', '“not one” is not an e-mail address.']);
  });

  test('words that stand for nothing are nothing, but somebody may be called Null', () => {
    expect(plan({ fullName: 'Null', email: 'N/A', phone: 'none', company: '[not provided]' })).toMatchObject({
      contact: { name: 'Null', emails: [], phones: [], company: null },
      warnings: [],
    });
  });

  test('an e-mail made up to fill a form is left out, so that it merges nobody', () => {
    expect(plan({ fullName: 'Maria', email: 'none@none.com' }).contact.emails).toEqual([]);
  });

  test('the row’s own country decides how its phone is read', () => {
    expect(plan({ phone: '0171 1234567', country: 'DE' }).contact.phones).toEqual(['+491711234567']);
  });
});

describe('text', () => {
  test.each(["=cmd|' /C calc'!A0", '+SUM(1,2)', '-2+3', '@SUM(A1:A9)', '=HYPERLINK("http://evil.example","x")'])(
    '%s is kept as it came',
    (formula) => {
      expect(plan({ fullName: formula, note: `\t${formula}`, vehicle: formula })).toMatchObject({
        contact: { name: formula, note: `\t${formula}` },
        deal: { vehicle: { text: formula } },
      });
    },
  );

  test('a row with a formula says so once, a phone number or a dash does not', () => {
    const formula = "=cmd|' /C calc'!A0";
    expect(plan({ fullName: formula, note: '@SUM(A1:A9)' }).warnings).toEqual([
      `“${formula}” looks like a formula; it is kept as text and never runs.`,
    ]);
    expect(plan({ fullName: 'Maria', phone: '+1(214)555-0101', note: '- wants red' }).warnings).toEqual([]);
  });

  test('control characters go; emoji, marks of direction and the line breaks of a note stay', () => {
    const { contact } = plan({
      fullName: 'Ma\u0007ria\r\nLo\u0000pez 🚗\u200f',
      note: 'a\u0008\r\nb\tc\u202e "d" 👩‍👧 ',
    });
    expect(contact.name).toBe('Maria Lopez 🚗\u200f');
    expect(contact.note).toBe('a\nb\tc\u202e "d" 👩‍👧');
  });

  test('what is longer than its limit is refused in words; what just fits is kept', () => {
    expect(plan({ fullName: 'x'.repeat(200), note: '🚗'.repeat(10_000) }).contact.note).toHaveLength(20_000);
    expect(reason({ fullName: 'Maria', note: 'x'.repeat(10_001) })).toBe(
      'The note has 10,001 characters; 10,000 is the most we keep.',
    );
    expect(reason({ firstName: 'x'.repeat(150), lastName: 'y'.repeat(150) })).toBe(
      'The name has 301 characters; 200 is the most we keep.',
    );
    expect(reason({ fullName: 'Maria', source: 'x'.repeat(201) })).toBe(
      'The source has 201 characters; 200 is the most we keep.',
    );
  });
});

describe('what else a row says', () => {
  test('the rep is found by e-mail, by name in either order, and by first name; others are a warning', () => {
    const owner = (fields: Fields) => plan({ fullName: 'Maria', ...fields }).contact.ownerId;
    expect([
      owner({ ownerEmail: 'ANA@northside.example' }),
      owner({ ownerName: 'Torres, Ana' }),
      owner({ ownerName: 'ben' }),
    ]).toEqual(['ana', 'ana', 'ben']);
    expect(plan({ fullName: 'Maria', ownerName: 'Zed' })).toMatchObject({
      contact: { ownerId: null },
      warnings: ['“Zed” is not a member here, so nobody is set as the rep.'],
    });
  });

  test('a wish to be left alone is read, and doubt counts as a wish', () => {
    const { contact, warnings } = plan({
      fullName: 'Maria',
      doNotCall: 'Yes',
      doNotText: 'FALSE',
      doNotEmail: 'maybe',
    });
    expect(contact).toMatchObject({ doNotCall: true, doNotText: false, doNotEmail: true });
    expect(warnings).toEqual(['“maybe” is taken to mean “do not e-mail”, to be safe.']);
  });

  test('a ZIP code gets back the zero a spreadsheet took, in the US only', () => {
    expect(plan({ fullName: 'Pat', postalCode: '2110' }).contact.postalCode).toBe('02110');
    expect(plan({ fullName: 'Pat', postalCode: '2110', country: 'AT' }).contact.postalCode).toBe('2110');
  });

  test('an unreadable date is a warning', () => {
    expect(plan({ fullName: 'Maria', createdAt: '3/5/2024' }).contact.createdAt).toBe('2024-03-05T06:00:00Z');
    expect(plan({ fullName: 'Maria', createdAt: 'soon' }).warnings).toEqual([
      '“soon” is not a date we can read, so the day of the import is used.',
    ]);
  });
});

describe('duplicates within a file', () => {
  test('a later row with the same phone or e-mail points to the first row of that person', () => {
    const rows = [
      { phone: '(214) 555-0101' },
      { fullName: 'Other', phone: '214-555-0199' },
      { phone: '+1 214 555 0101', email: 'M@x.com' },
      { fullName: 'Maria', email: 'm@X.com' },
      { fullName: 'Maria' },
    ].map((fields, i) => ({ line: i + 2, plan: plan(fields) }));
    expect(findDuplicates(rows)).toEqual(
      new Map([
        [4, 2],
        [5, 2],
      ]),
    );
    expect(contactKeys(plan({ phone: '2145550101', email: 'M@x.com' }))).toEqual([
      'phone:+12145550101',
      'email:m@x.com',
    ]);
  });
});

test('any cells give a plan or a reason, never an error', () => {
  const fields = importFields.map(({ field }) => field);
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.float().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: fields.length, maxLength: fields.length }), (cells) => {
      const mapping = Object.fromEntries(fields.map((field, i) => [field, i]));
      const planned = planRow(cells, mapping, northside);
      expect(planned.ok ? planned.contact.name : planned.reason).not.toBe('');
    }),
    { numRuns: 300 },
  );
});
