import type { InventedPerson } from './generate-people.js';

export interface SpoiledPeople {
  readonly people: readonly InventedPerson[];
  /** Index of each spoiled person with the code that the import must give. */
  readonly expected: ReadonlyMap<number, string>;
}

type Spoil = readonly [
  code: string,
  change: (person: InventedPerson, first: InventedPerson) => Partial<InventedPerson>,
];

/** One way each in which real files are wrong. `first` is a good row above. */
const WAYS: readonly Spoil[] = [
  ['imports.date-impossible', () => ({ dateOfBirth: '31/06/1992' })],
  ['imports.date-impossible', () => ({ joinedOn: '2015-02-29' })],
  ['imports.date-two-digit-year', () => ({ dateOfBirth: '05/11/92' })],
  ['imports.date-month-first', () => ({ dateOfBirth: '11/25/1992' })],
  ['imports.date-incomplete', () => ({ dateOfBirth: '1992' })],
  ['imports.date-unreadable', () => ({ joinedOn: 'last spring' })],
  ['imports.birth-date-implausible', () => ({ dateOfBirth: '2030-01-01', joinedOn: '' })],
  ['imports.joined-in-future', () => ({ joinedOn: '2090-01-01' })],
  ['imports.service-number-repeated', (_, first) => ({ serviceNumber: first.serviceNumber })],
  ['imports.service-number-repeated', (_, first) => ({ serviceNumber: ` ${first.serviceNumber.toLowerCase()} ` })],
  [
    'imports.national-id-repeated',
    (_, first) => ({ nationalId: first.nationalId.replaceAll('-', ''), party: first.party }),
  ],
  ['imports.service-number-form', () => ({ serviceNumber: 'A*' })],
  ['imports.service-number-national-id', () => ({ serviceNumber: '99998-1234567-3' })],
  ['imports.value-missing', () => ({ nameEn: '' })],
  ['imports.value-missing', () => ({ unit: ' ' })],
  ['imports.national-id-scientific', () => ({ nationalId: '9.99981E+12', party: 'pk' })],
  ['imports.national-id-zero-lost', () => ({ nationalId: '999981234567', party: 'pk' })],
  ['imports.national-id-length', () => ({ nationalId: '99998-12345-1', party: 'pk' })],
  ['imports.national-id-check', () => ({ nationalId: '990000199001010011', party: 'cn' })],
  ['imports.formula', () => ({ nameEn: '=HYPERLINK("http://example.org","Click")' })],
  ['imports.formula', () => ({ rank: "@SUM(1+1)*cmd|' /C calc'!A0" })],
  ['imports.formula', () => ({ unit: '+cmd|calc' })],
  ['imports.excel-error', () => ({ rank: '#REF!' })],
  ['imports.name-script', () => ({ nameUr: 'Zainab' })],
  ['imports.name-script', () => ({ nameEn: 'زینب مرزا' })],
  ['imports.name-script', () => ({ nameZh: 'Wang Wei' })],
  ['imports.cell-too-long', () => ({ nameEn: 'A'.repeat(121) })],
  ['imports.code-form', () => ({ unit: 'the unit in Sindh' })],
  ['imports.code-unknown', () => ({ unit: 'SPU-ATLANTIS' })],
  ['imports.choice-unknown', () => ({ party: 'elsewhere', nationalId: '' })],
  ['imports.phone-form', () => ({ phone: '12345' })],
  ['imports.email-form', () => ({ email: 'nobody at example' })],
];

/** Spoils every `every`-th person, each in the next way; the first stays good. The same people give the same copy. */
export function spoilPeople(people: readonly InventedPerson[], every = 7): SpoiledPeople {
  const expected = new Map<number, string>();
  const first = people.find(({ party }) => party === 'pk') ?? people[0];
  const spoiled = people.map((person, i) => {
    if (i === 0 || person === first || i % every !== 0) return person;
    const [code, change] = WAYS[expected.size % WAYS.length];
    expected.set(i, code);
    return { ...person, ...change(person, first) };
  });
  return { people: spoiled, expected };
}
