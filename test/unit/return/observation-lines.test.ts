import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sha256Stream } from '../../../src/files/sha256-stream.ts';
import type { Observation } from '../../../src/model/observation.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import type { Period } from '../../../src/model/period.ts';
import { csvText } from '../../../src/return/csv-text.ts';
import { definitions } from '../../../src/return/definitions.ts';
import { observationLines } from '../../../src/return/observation-lines.ts';
import {
  OBSERVATION_COLUMNS,
  type RowsAbout,
  observationRows,
} from '../../../src/return/observation-rows.ts';
import { digestOfColumns } from '../../../src/return/pack-digest.ts';
import { inColumns, inReadingOrder } from '../../../src/return/reading-order.ts';
import { spec } from '../../../src/spec/spec.ts';
import { KNOWN } from '../collate/made.ts';

const DEFINED = { definitions: definitions(KNOWN.terms), breakdowns: spec.breakdowns };
const AREAS = [
  { kind: 'authority', code: '202', name: 'Camden' },
  { kind: 'authority', code: '003', name: 'One, "Two"' },
  { kind: 'england', code: 'E92000001', name: '=England' },
] as const;
const ABOUT: RowsAbout = {
  ...{ status: 'SIGNED OFF', release: 'SHAREABLE', areas: AREAS },
  ratios: new Set(['riia-04 repeats']),
};

const number = fc.oneof(fc.nat(), fc.nat(1000), fc.constantFrom(0, 0.1, 12.5, 1e15));
const above = fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.constant(0.5));
const reason = fc.constantFrom('there were none', 'a, b', '"so"', '-1', 'Größe');
const OUTCOME: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({ kind: fc.constantFrom('count', 'amount'), value: number }),
  fc.record({ kind: fc.constant('ratio'), numerator: number, denominator: above, scale: above }),
  fc.constant({ kind: 'withheld' } as const),
  fc.record({ kind: fc.constantFrom('missing', 'not applicable', 'not available'), reason }),
);
const PERIODS: Period[] = ['2025-26 Q1', '2024-25 Q4', 'year to 2025-26 Q1'];
const OBSERVATIONS = fc.uniqueArray(
  fc.record<Observation>({
    measure: fc.constantFrom('riia-02', 'riia-04', 'no-such'),
    version: fc.constantFrom(1, 2, 65_535),
    figure: fc.constantFrom('referrals', 'repeats'),
    period: fc.constantFrom(...PERIODS),
    area: fc.constantFrom(...AREAS.map(({ code }) => code)),
    cell: fc.constantFrom(null, { by: 'sex', cell: 'male' }, { by: 'age', cell: '5_to_9' }),
    outcome: OUTCOME,
    origin: fc.constantFrom('extract', 'entered by hand'),
    denominatorFrom: fc.constantFrom(null, 'mid-2024', 'a, b'),
  }),
  {
    maxLength: 60,
    selector: ({ measure, figure, period, area, cell }) =>
      JSON.stringify([measure, figure, period, area, cell]),
  },
);

describe('observations in columns', () => {
  it('are what they were, in reading order, whatever the order they were given in', () => {
    fc.assert(
      fc.property(OBSERVATIONS, (given) => {
        const columns = inColumns(given, DEFINED);
        expect([...columns]).toEqual(inReadingOrder(given, DEFINED));
        expect(columns.length).toBe(given.length);
        for (const one of given) expect(columns.find(one.area, one)).toEqual(one);
        for (const { code } of AREAS) {
          const own = [...columns].filter(({ area }) => area === code);
          expect([...columns.of(code)]).toEqual(own);
        }
      }),
    );
  });

  it('are written, line by line, to the text that their rows are written to', () => {
    fc.assert(
      fc.property(OBSERVATIONS, (given) => {
        const inOrder = inReadingOrder(given, DEFINED);
        const text = csvText(OBSERVATION_COLUMNS, observationRows(inOrder, ABOUT));
        const pieces = [...observationLines(inColumns(given, DEFINED), ABOUT)];
        expect(Buffer.concat(pieces).toString()).toBe(text);
      }),
    );
  });

  it('have a digest that hangs on no order, and on all that they say', () => {
    fc.assert(
      fc.property(OBSERVATIONS, fc.nat(), (given, at) => {
        const digest = digestOfColumns(inColumns(given, DEFINED));
        expect(digestOfColumns(inColumns([...given].reverse(), DEFINED))).toBe(digest);
        const place = at % Math.max(given.length, 1);
        const changed = given.map((one, each) =>
          each === place ? { ...one, version: one.version === 1 ? 3 : 1 } : one,
        );
        const other: Outcome = { kind: 'count', value: 123_456_789_123 };
        const said = given.map((one, each) => (each === place ? { ...one, outcome: other } : one));
        const fewer = given.filter((_, each) => each !== place);
        if (given.length === 0) return;
        for (const one of [changed, said, fewer]) {
          expect(digestOfColumns(inColumns(one, DEFINED))).not.toBe(digest);
        }
      }),
    );
  });

  it('are hashed as it is said that they are', () => {
    const at = { measure: 'riia-04', figure: 'repeats', period: '2025-26 Q1' } as const;
    const rest = { origin: 'extract', denominatorFrom: null, version: 2 } as const;
    const given: Observation[] = [
      {
        ...{ ...at, ...rest, area: '202', cell: null },
        outcome: { kind: 'ratio', numerator: 1, denominator: 4, scale: 100 },
      },
      {
        ...{ ...at, ...rest, area: '003', cell: { by: 'sex', cell: 'male' } },
        ...{ outcome: { kind: 'missing', reason: 'lost' }, origin: 'entered by hand' },
      },
      { ...at, ...rest, area: '003', cell: null, outcome: { kind: 'withheld' } },
    ];
    const lines = [
      '["riia-04","repeats","2025-26 Q1","sex","male"]',
      '["003",2,"missing",null,null,null,"lost",1,null]',
      '["riia-04","repeats","2025-26 Q1",null,null]',
      '["003",2,"withheld",null,null,null,null,0,null]',
      '["202",2,"ratio",1,4,100,null,0,null]',
    ];
    // A letter comes before the bar of `||`: so a whole stands below its cells.
    const text = lines.map((line) => `${line}\n`).join('');
    const digest = createHash('sha256').update(text).digest('hex');
    expect(digestOfColumns(inColumns(given, DEFINED))).toBe(digest);
  });
});

describe('a SHA-256 in pieces', () => {
  it('is that of the whole, however it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 12 }), (pieces) => {
        const [stream, hash] = [new Sha256Stream(), createHash('sha256')];
        for (const piece of pieces) {
          stream.take(piece);
          hash.update(piece);
        }
        expect(stream.digest()).toBe(hash.digest('hex'));
      }),
      { numRuns: 500 },
    );
  });
});
