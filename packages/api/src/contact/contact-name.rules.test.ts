import { expect, test } from 'vitest';
import { displayName, normaliseName } from './contact-name.rules.ts';

test.each([
  ['Łopez', 'lopez'],
  ['José GARCÍA', 'jose garcia'],
  ["O'Brien", 'obrien'],
  ['O’Brien', 'obrien'],
  ['Smith-Jones, Jr.', 'smith jones jr'],
  ['Søren Groß', 'soren gross'],
  ['Đặng Æbler', 'dang aebler'],
  ['محمد \u200fعلي', 'محمد علي'],
  ['🚗', ''],
])('the search key of %s is "%s"', (name, key) => {
  expect(normaliseName(name)).toBe(key);
});

test('a contact is called by name, else company, else e-mail, else phone', () => {
  const reach = { email: 'm@example.com', phone: '+12145550101' };
  expect(displayName({ firstName: 'Maria', lastName: ' Lopez', company: 'Acme', ...reach })).toBe('Maria Lopez');
  expect(displayName({ firstName: ' ', company: 'Acme', ...reach })).toBe('Acme');
  expect(displayName(reach)).toBe('m@example.com');
  expect(displayName({ phone: '+12145550101' })).toBe('(214) 555-0101');
  expect(displayName({})).toBe('');
});
