import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StockBalance } from '../../src/model/balance.ts';
import type { Quarter } from '../../src/model/period.ts';
import { spec } from '../../src/spec/spec.ts';
import { type Case, quarterFrom } from './case.ts';
import { inNative } from './native.ts';
import { randomExtracts } from './random-extract.ts';
import { together } from './together.ts';

/** What adds up does so child by child, so that several extracts can be looked at as one. */
const TOGETHER = 5;
const RUNS = Math.ceil(Number(process.env['QUARTERLIGHT_RUNS'] ?? 30) / TOGETHER);
const SEED = Number(process.env['QUARTERLIGHT_SEED'] ?? 20_250_714);

const quarters = ['2024-25 Q4', '2025-26 Q1'];
const [before, quarter] = [quarterFrom('2024-25 Q4'), quarterFrom('2025-26 Q1')];

const stocks = spec.balances.filter((balance) => balance.kind === 'stock');
const overlaps = spec.balances.filter((balance) => balance.kind === 'overlap');
const compared = new Set([
  ...stocks.flatMap((b) => [b.stock.measure, b.starting.measure, b.ceasing.measure]),
  ...overlaps.map(({ measure }) => measure),
]);

const measured = inNative(...compared);

const several = fc.array(
  randomExtracts.map(({ tables }) => tables),
  { minLength: TOGETHER, maxLength: TOGETHER },
);

it(`finds the whole difference, child by child, on ${RUNS * TOGETHER} random extracts`, async () => {
  await fc.assert(
    fc.asyncProperty(several, async (extracts) => {
      const found = await measured(together(extracts), { quarters });
      for (const balance of stocks) await expectWhole(found, balance);
      for (const { id, measure, either, ways } of overlaps) {
        const [first = 0, second = 0] = ways.map((way) => countOf(found, measure, way, quarter));
        const result = found.answer.balances.find((one) => one.balance === id);
        const tally =
          result?.kind === 'overlap' ? result.tallies.find((one) => one.quarter === quarter) : null;
        expect(first + second - (tally?.both ?? 0)).toBe(countOf(found, measure, either, quarter));
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
}, 3_600_000);

async function expectWhole(found: Case, balance: StockBalance): Promise<void> {
  const { stock, starting, ceasing } = balance;
  const difference =
    countOf(found, stock.measure, stock.figure, quarter) -
    (countOf(found, stock.measure, stock.figure, before) +
      countOf(found, starting.measure, starting.figure, quarter) -
      countOf(found, ceasing.measure, ceasing.figure, quarter));
  const list = await found.behind({ balance: balance.id, quarter });
  const children = Array.from({ length: list.length }, (_, at) => list.at(at));
  expect(children.reduce((sum, child) => sum + child.difference, 0)).toBe(difference);
  expect(list.groups.reduce((sum, group) => sum + group.difference, 0)).toBe(difference);
  expect(list.groups.reduce((sum, group) => sum + group.children, 0)).toBe(list.length);
  const listed = new Map(children.map((child) => [child.personId, child.difference]));
  expect(listed).toEqual(await byLists(found, balance));
  for (const { wasOpen, started, ceased, isOpen, ...child } of children) {
    const should = wasOpen.length + started.length - ceased.length;
    expect(isOpen.length - should).toBe(child.difference);
    // A plan or an episode that is open stays so until it ends: several at once are the only reason there can be.
    if (balance.id !== 'periods-of-care') expect(child.reason).not.toBeNull();
  }
  const result = found.answer.balances.find((one) => one.balance === balance.id);
  const tallies = children.length > 0 ? [{ quarter, children: children.length, difference }] : [];
  expect(result).toEqual({ kind: 'stock', balance: balance.id, failed: null, tallies });
}

/** What each child makes, from the lists that a person opens behind the four figures. */
async function byLists(found: Case, balance: StockBalance): Promise<Map<string, number>> {
  const { stock, starting, ceasing } = balance;
  const made = new Map<string, number>();
  const lists = [
    [stock, quarter, 1],
    [stock, before, -1],
    [starting, quarter, -1],
    [ceasing, quarter, 1],
  ] as const;
  for (const [of, period, makes] of lists) {
    for (const { personId } of await found.records({ ...of, period, part: 'numerator' })) {
      made.set(personId ?? '', (made.get(personId ?? '') ?? 0) + makes);
    }
  }
  return new Map([...made].filter(([, makes]) => makes !== 0));
}

function countOf(found: Case, measure: string, figure: string, period: Quarter): number {
  const count = found.figure(measure, figure, period);
  return typeof count === 'number' ? count : NaN;
}
