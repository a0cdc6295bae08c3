import { expect, it } from 'vitest';
import {
  type Moved,
  byMove,
  bySeverity,
  sortOut,
  touching,
  unmovedBy,
} from '../../../src/app/findings-ranked.ts';
import type { Check, CheckResult, Move } from '../../../src/model/check.ts';

const QUARTER = '2025-26 Q1';
const CAN = ['riia-01', 'riia-02'];

const check = (id: string, severity: Check['severity'] = 'warning'): Check => ({
  id,
  title: id,
  severity,
  kind: 'rows',
  tables: ['ssd_contacts'],
  means: '',
  putRight: '',
  moves: [...CAN, 'riia-05'],
  tried: '',
  file: '',
});
const found = (id: string, rows: number): CheckResult => ({
  kind: 'found',
  check: id,
  found: rows === 0 ? [] : [{ table: 'ssd_contacts', rows, children: rows, moves: CAN }],
  says: [],
});
const moved = (
  ...moves: readonly (readonly [measure: string, is: number, wouldBe: number])[]
): Moved => ({
  kind: 'known',
  moves: moves.map(([measure, is, wouldBe]): Move => ({
    check: '',
    measure,
    figure: 'all',
    quarter: QUARTER,
    is: { kind: 'count', value: is },
    wouldBe: { kind: 'count', value: wouldBe },
  })),
});

const CHECKS = [check('a'), check('b'), check('c', 'serious'), check('d'), check('e')];
const idsOf = (all: readonly { readonly check: Check }[]) => all.map((one) => one.check.id);

it('puts each result in its place, in the order of the checks, and none that was not made yet', () => {
  const sorted = sortOut(
    CHECKS,
    [
      { kind: 'not made', check: 'd', why: 'no table' },
      found('b', 0),
      found('a', 3),
      { kind: 'found', check: 'c', found: [], says: ['It ends early.'] },
    ],
    {},
  );
  expect(idsOf(sorted.rows)).toEqual(['a']);
  expect(sorted.rows[0]?.moved).toBeNull();
  expect(idsOf(sorted.whole)).toEqual(['c']);
  expect(sorted.nothing).toEqual([CHECKS[1]]);
  expect(sorted.notMade).toEqual([{ check: CHECKS[3], why: 'no table' }]);
});

it('ranks by the largest change beside its figure, then by severity, then by rows', () => {
  const results = [found('a', 1), found('b', 5), found('c', 1), found('d', 9), found('e', 1)];
  const { rows } = sortOut(CHECKS, results, {
    a: moved(['riia-01', 1000, 900], ['riia-02', 10, 10]), // 10%
    b: moved(['riia-01', 10, 13]), // 3 of 13
    c: moved(),
    d: moved(),
    e: { kind: 'failed', why: '' },
  });
  expect(idsOf(byMove(rows))).toEqual(['b', 'a', 'c', 'd', 'e']);
  expect(idsOf(rows)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(idsOf(bySeverity(rows))).toEqual(['c', 'a', 'b', 'd', 'e']);
});

it('tells what a finding can change and does not', () => {
  const { rows } = sortOut(CHECKS, [found('a', 1)], { a: moved(['riia-01', 2, 1]) });
  expect(rows.flatMap(unmovedBy)).toEqual(['riia-02']); // not riia-05: no row of this table can
});

it('gives a measure the findings that can change it, the largest change first', () => {
  const { rows } = sortOut(CHECKS, [found('a', 1), found('b', 1), found('c', 1)], {
    a: moved(['riia-01', 5, 4]),
    b: moved(['riia-02', 100, 99]),
    c: moved(['riia-02', 100, 50]),
  });
  const touches = touching(rows, 'riia-02');
  expect(touches.map(({ finding, move }) => [finding.check.id, move !== null])).toEqual([
    ['c', true],
    ['b', true],
    ['a', false],
  ]);
  expect(touching(rows, 'riia-05')).toEqual([]);
});
