import { expect, it } from 'vitest';
import {
  checkedInWords,
  detailInWords,
  differenceInWords,
  figureName,
  foundInWords,
  movedInWords,
  saveInWords,
  triedInWords,
  unmovedInWords,
  valueInWords,
} from '../../../src/app/check-words.ts';
import type { Check, CheckTally, Move } from '../../../src/model/check.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { spec } from '../../../src/spec/spec.ts';

const QUARTER = '2025-26 Q1';
const NONE: Outcome = { kind: 'not available', reason: 'no referral is held' };
const count = (value: number): Outcome => ({ kind: 'count', value });
const percentage = (numerator: number, denominator: number): Outcome => ({
  kind: 'ratio',
  numerator,
  denominator,
  scale: 100,
});

const check = (id: string, severity: Check['severity'] = 'serious'): Check => ({
  id,
  title: id,
  severity,
  kind: 'rows',
  tables: ['ssd_contacts'],
  means: '',
  putRight: '',
  moves: [],
  tried: 'Each of these rows is left out.',
  file: '',
});
const tally = (rows: number, children: number, table = 'ssd_contacts'): CheckTally => ({
  table,
  rows,
  children,
  moves: [],
});
const moveOf = (measure: string): Move => ({
  check: 'a',
  measure,
  figure: 'all',
  quarter: QUARTER,
  is: count(2),
  wouldBe: count(1),
});
const found = (id: string, severity: Check['severity'], moves: readonly Move[] = []) => ({
  check: check(id, severity),
  tallies: [tally(1, 1)],
  moved: { kind: 'known', moves } as const,
});

it('says how many rows of which table, and for how many children', () => {
  expect(foundInWords([tally(1200, 1), tally(1, 0, 'ssd_person')])).toBe(
    '1,200 rows of ssd_contacts, for 1 child; 1 row of ssd_person, naming no child.',
  );
});

it('shows the parts of a percentage, which change where the rounded value does not', () => {
  expect(valueInWords(count(1412))).toBe('1,412');
  expect(valueInWords(percentage(15, 1078))).toBe('1.4% (15 of 1,078)');
  expect(valueInWords({ kind: 'ratio', numerator: 5, denominator: 10_000, scale: 10_000 })).toBe(
    '5.0',
  );
  expect(valueInWords(NONE)).toBe('Not available');
});

it('says the difference between the values as they are shown', () => {
  const between = (is: Outcome, wouldBe: Outcome) => differenceInWords({ is, wouldBe });
  expect(between(count(2412), count(409))).toBe('−2,003');
  expect(between(count(409), count(412))).toBe('+3');
  expect(between(percentage(15, 78), percentage(16, 78))).toBe('+1.3 points'); // 19.2 and 20.5
  expect(between(percentage(1000, 2000), percentage(1001, 2002))).toBe('none once rounded');
  expect(between(NONE, count(3))).toBe('there would be a figure');
  expect(between(count(3), NONE)).toBe('there would be no figure');
});

it('says what was tried as the rest of a sentence', () => {
  expect(triedInWords(check('a'))).toBe('To see this, each of these rows is left out.');
});

it('says the days in a detail as days are said, and leaves what is no day', () => {
  expect(detailInWords('ends 2025-06-30; nothing since 2021-02-30')).toBe(
    'ends 30 June 2025; nothing since 2021-02-30',
  );
  expect(detailInWords(null)).toBe('');
});

it('names what is moved by its measure, and by the figure where it is not the headline', () => {
  const named = (measure: string, figure: string) => figureName({ measure, figure }, spec.measures);
  expect(named('riia-04', 'repeat')).toBe('Repeat referrals');
  expect(named('riia-02', 'rate')).toBe('Referrals: Referrals per 10,000 children');
  expect(named('gone', 'all')).toBe('gone');
});

it('sums up what the checks came to', () => {
  const sorted = { rows: [], whole: [], nothing: [check('a'), check('b')], notMade: [] };
  expect(checkedInWords(sorted)).toBe('2 checks found nothing.');
  expect(movedInWords(sorted, QUARTER)).toBe('');
  const some = {
    rows: [found('c', 'serious', [moveOf('riia-01'), moveOf('riia-02')]), found('d', 'warning')],
    whole: [{ check: check('e', 'note'), says: ['One.'] }],
    nothing: [check('a')],
    notMade: [{ check: check('f'), why: 'no table' }],
  };
  expect(checkedInWords(some)).toBe(
    '3 of 4 checks found something, 1 of them serious. 1 check could not be made.',
  );
  expect(movedInWords(some, QUARTER)).toBe(
    'The rows they found change the headline of 2 measures in April to June 2025.',
  );
  const still = { ...some, rows: [found('d', 'warning')] };
  expect(checkedInWords(still)).toContain('2 of 3 checks found something, none of them serious.');
  expect(movedInWords(still, QUARTER)).toBe(
    'The rows they found change no headline of April to June 2025.',
  );
});

it('names what is not changed now, and what a list holds', () => {
  expect(unmovedInWords(['Referrals', 'Contacts'], QUARTER)).toBe(
    'It does not change Referrals and Contacts in April to June 2025, but can in another quarter.',
  );
  expect(saveInWords([tally(1, 1)])).toBe('Save the list of 1 row (CSV)');
  expect(saveInWords([tally(1000, 1), tally(234, 1)])).toBe('Save the list of 1,234 rows (CSV)');
});
