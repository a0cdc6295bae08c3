import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SpecProblem } from '../../../src/spec/reading/problem.ts';
import { readPublished } from '../../../src/spec/reading/published.ts';
import { published } from '../../../src/spec/published.ts';
import { spec } from '../../../src/spec/spec.ts';
import { ROOT } from './root.ts';

const [FEEDS, TABLE] = ['spec/published/feeds.yaml', 'spec/reference/published.csv'];

/** What is said when the published figures are read with one text in one file changed; `nothing` where they are right. */
function said(file: string, from: string, to: string): string {
  const root = mkdtempSync(join(tmpdir(), 'quarterlight-published-'));
  try {
    for (const folder of ['spec/published', 'spec/reference']) {
      mkdirSync(join(root, folder), { recursive: true });
    }
    for (const path of [FEEDS, TABLE, 'spec/reference/published.yaml']) {
      const text = readFileSync(join(ROOT, path), 'utf8');
      if (path === file && !text.includes(from)) throw new RangeError(`${path} holds no ${from}`);
      writeFileSync(join(root, path), path === file ? text.replace(from, to) : text);
    }
    readPublished(root, spec.measures, spec.reference.authorities);
    return 'nothing';
  } catch (thrown) {
    if (!(thrown instanceof SpecProblem)) return `no SpecProblem: ${thrown}`;
    return thrown.message;
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The first row of the table, and the first of one that has parts. */
const [FIRST, PARTS] = ['referrals,2023,E92000001,640430,,,', 're-referrals,2023,202,,'];

it.each([
  [
    'a code',
    FIRST,
    'referrals,2023,E92000009,640430,,,',
    `${TABLE}: line 2: there is no area E92000009`,
  ],
  [
    'a feed',
    FIRST,
    'referral,2023,E92000001,640430,,,',
    `${TABLE}: line 2: there is no feed referral`,
  ],
  [
    'a year',
    FIRST,
    'referrals,22-23,E92000001,640430,,,',
    `${TABLE}: line 2: 22-23 is not a year such as 2025`,
  ],
  [
    'a number',
    FIRST,
    'referrals,2023,E92000001,640k,,,',
    `${TABLE}: line 2: value: 640k is not a number`,
  ],
  ['a symbol', FIRST, 'referrals,2023,E92000001,,,,q', `${TABLE}: line 2: there is no symbol q`],
  [
    'an empty row',
    FIRST,
    'referrals,2023,E92000001,,,,',
    `${TABLE}: line 2: there is neither value nor symbol`,
  ],
  [
    'a value that is withheld',
    FIRST,
    'referrals,2023,E92000001,5,,,c',
    `${TABLE}: line 2: c stands in place of a value, and there is one`,
  ],
  [
    'a row that is there twice',
    FIRST,
    `${FIRST}\n${FIRST}`,
    `${TABLE}: line 3: E92000001 has a figure of referrals 2023 already`,
  ],
])('a table of published figures with %s that is wrong says where', (_, from, to, says) => {
  expect(said(TABLE, from, to)).toBe(says);
});

it('a numerator without its denominator is wrong', () => {
  const row = readFileSync(join(ROOT, TABLE), 'utf8')
    .split('\n')
    .find((line) => line.startsWith(PARTS));
  const [feed, year, area, , numerator] = row?.split(',') ?? [];
  const half = `${feed},${year},${area},,${numerator},,`;
  expect(said(TABLE, row ?? '?', half)).toMatch(/a numerator and a denominator go together$/);
  expect(said(TABLE, row ?? '?', (row ?? '').replace(',,', ',12,'))).toMatch(
    /the value follows from its parts$/,
  );
});

it.each([
  [
    'a measure',
    'measure: riia-07',
    'measure: riia-99',
    'within-45-days: there is no measure riia-99',
  ],
  [
    'a figure',
    'figure: from_start',
    'figure: from_end',
    'within-45-days: riia-07 has no figure from_end',
  ],
  [
    'a unit',
    'figure: open\n    title: Children in need\n',
    'figure: rate\n    title: Children in need\n',
    'in-need: riia-08 rate is no count',
  ],
  ['a name', 'id: section-47', 'id: conferences', 'feeds: two are named conferences'],
  [
    'a period',
    'on 31 March\n    unit: count\n  - id: section-47',
    'year to 31 March\n    unit: count\n  - id: section-47',
    'in-need: riia-08 is snapshot, and this activity',
  ],
  [
    'a part',
    '      denominator: referral_count\n',
    '',
    're-referrals: columns: a numerator and a denominator go together',
  ],
  ['an age', 'riia-24: Home', 'riia-99: Home', 'other_ages: there is no measure riia-99'],
])('a feed with %s that is wrong says which', (_, from, to, says) => {
  expect(said(FEEDS, from, to)).toBe(`${FEEDS}: ${says}`);
});

it('a feed that nothing feeds is told', () => {
  const all = readFileSync(join(ROOT, TABLE), 'utf8');
  const without = all.replace(/^agency,.*\n/gm, '');
  expect(said(TABLE, all, without)).toBe(
    'spec/reference/published.yaml: there is no figure of agency, and no file has its columns',
  );
});

it('what is the same is held once: re-referrals are of the referrals', () => {
  const { feeds } = published.terms;
  const series = (id: string) =>
    published.series.find(([feed, year]) => feeds[feed]?.id === id && year === 2025);
  const [referrals, of] = [series('referrals'), series('re-referrals')];
  const [whole, denominator] = [referrals, of].map((one, place) =>
    published.columns[one?.[place === 0 ? 2 : 4] ?? -1]?.slice(0, 50),
  );
  expect(denominator).toEqual(whole);
  for (const column of published.columns) expect(column).toHaveLength(published.areas.length);
});
