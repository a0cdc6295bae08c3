import fc from 'fast-check';
import type { Caveat, Observation } from '../../../src/model/observation.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import type { Return } from '../../../src/model/return.ts';
import { definedMeasures } from '../../../src/return/terms.ts';
import { QUARTER, TERMS, YEAR, collatorReturnOf, returnOf } from './observations.ts';

/** Text of every kind: what starts a formula, what CSV quotes, what XML escapes, accents, other scripts, controls. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        "'",
        '"',
        ',',
        ';',
        '<',
        '&',
        ']]>',
        '\n',
        '\t',
        ' ',
        '_x0041_',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
export const someText = text.map((given) => `${given} and more`);

const whole = fc.nat({ max: 1_000_000 });
const positive = fc.integer({ min: 1, max: 1_000_000 });
const amount = fc.double({ min: 0, max: 1e6, noNaN: true, noDefaultInfinity: true });

export const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  whole.map((value) => ({ kind: 'count', value }) as const),
  fc.nat({ max: 9 }).map((value) => ({ kind: 'count', value }) as const),
  amount.map((value) => ({ kind: 'amount', value }) as const),
  fc
    .record({
      numerator: whole,
      denominator: positive,
      scale: fc.constantFrom(100, 10_000, 40_000),
    })
    .map((ratio) => ({ kind: 'ratio', ...ratio }) as const),
  fc.constant({ kind: 'withheld' } as const),
  fc
    .record({ kind: fc.constantFrom('missing', 'not applicable', 'not available'), reason: text })
    .map((given) => given),
);

/** Every place that the terms define, for a quarter and its year. */
const PLACES = definedMeasures(TERMS.measures).flatMap(({ id: measure, figures, version }) =>
  figures.flatMap(({ id: figure }) =>
    ([QUARTER, YEAR] as const).flatMap((period) =>
      [
        null,
        ...TERMS.breakdowns.flatMap(({ id: by, cells }) =>
          cells.map(({ id: cell }) => ({ by, cell })),
        ),
      ].map((cell) => ({ measure, version, figure, period, cell })),
    ),
  ),
);

const observations: fc.Arbitrary<Observation[]> = fc
  .subarray(PLACES, { minLength: 1 })
  .chain((places) =>
    fc
      .array(
        fc.record({
          outcome,
          origin: fc.constantFrom('extract', 'entered by hand'),
          denominatorFrom: fc.option(someText),
        }),
        { minLength: places.length, maxLength: places.length },
      )
      .map((found) =>
        places.flatMap((place, at) => {
          const rest = found[at];
          return rest ? [{ ...place, area: '000', ...rest }] : [];
        }),
      ),
  );

const at = fc.constantFrom(...PLACES).map(({ measure, figure, period, cell }) => ({
  measure,
  figure,
  period,
  cell,
}));
const day = fc.constantFrom('2024-02-29', '2025-07-14', '1999-12-31');

const CAVEAT: Caveat = {
  kind: 'words not mapped',
  says: '',
  sent: '',
  figures: ['repeat'],
  periods: [YEAR],
};

const said = fc.record({
  authority: someText.map((name) => ({ code: '000', name })),
  version: fc.integer({ min: 1, max: 20 }),
  extract: fc.option(fc.record({ date: day, from: fc.option(day), to: fc.option(day) })),
  signedOff: fc.option(fc.record({ role: someText, on: day })),
  caveats: fc.array(
    someText.map((sent) => ({
      measure: 'riia-04',
      caveat: { ...CAVEAT, sent },
    })),
    { maxLength: 3 },
  ),
  earlyHelp: fc.array(
    fc.record({
      id: fc.constant('closing'),
      question: someText,
      answer: fc.option(someText.map((title) => ({ id: 'at_review', title }))),
    }),
    { maxLength: 2 },
  ),
  quality: fc.option(
    fc.array(
      fc.record({
        id: fc.constant('01'),
        title: someText,
        severity: fc.constantFrom('serious', 'warning', 'note'),
        found: fc.constantFrom('something', 'nothing', 'could not be made'),
      }),
      { maxLength: 2 },
    ),
  ),
  notes: fc.array(fc.record({ at, says: someText }), { maxLength: 3 }),
  revisions: fc.array(fc.record({ at, was: outcome, reason: someText }), { maxLength: 3 }),
});

/** Returns of every kind: both treatments, draft and signed off, with everything that a return may say. */
export const randomReturn: fc.Arbitrary<Return> = fc
  .record({ observations, said, complete: fc.boolean(), agreement: someText })
  .map(({ observations: found, said: rest, complete, agreement }) =>
    complete
      ? {
          ...collatorReturnOf(found, rest),
          treatment: { kind: 'collator', agreement },
          observations: found,
        }
      : returnOf(found, rest),
  );
