import { describe, expect, it } from 'vitest';
import type { DisclosurePolicy, Identity } from '../../src/model/disclosure.ts';
import type { Observation } from '../../src/model/observation.ts';
import { exhaust } from './exhaust.ts';
import { NOW, YEAR, defined, measureOf, numberOf, policyOf, rowsOf } from './hand-made.ts';
import { knownFrom } from './known.ts';
import { deduce } from './deduce.ts';
import type { Definitions } from './numbers.ts';

const UP_TO_5 = policyOf(5);
const always = { cells: ['sex'], whereTheyAgree: false, reason: 'By definition.' };

/** What can be deduced of every number, as `2 to 6`; `2` where it is that alone. */
function deduced(
  definitions: Definitions,
  files: readonly (readonly Observation[])[],
  policy: DisclosurePolicy = UP_TO_5,
  truth: ReadonlyMap<string, number> = new Map(),
): Record<string, string> {
  const ranges = deduce(knownFrom({ files, policy, definitions, truth }));
  return Object.fromEntries(
    [...ranges].map(([name, { least, most }]) => [
      name,
      least === most ? String(least) : `${least} to ${most}`,
    ]),
  );
}

describe('cells of one breakdown', () => {
  const definitions = defined([measureOf('x', ['n: all'])]);
  const of = (shown: Record<string, number | string>, policy?: DisclosurePolicy) =>
    deduced(definitions, [rowsOf(['x', 'n', NOW], shown)], policy);

  it('give away the one that is withheld: 20 less 12 less 6', () => {
    const found = of({ whole: 20, 'sex f': 12, 'sex m': 6, 'sex u': 'c' });
    expect(found[`x | sex | u | ${NOW}`]).toBe('2');
  });

  it('leave two withheld cells between one and all but one of what they come to', () => {
    const found = of({ whole: 20, 'sex f': 14, 'sex m': 'c', 'sex u': 'c' });
    expect(found[`x | sex | u | ${NOW}`]).toBe('1 to 5');
    expect(found[`x | sex | m | ${NOW}`]).toBe('1 to 5');
  });

  it('tell of a withheld whole that it is at least what is shown and one for each that is not', () => {
    const found = of({ whole: 'c', 'sex f': 14, 'sex m': 'c', 'sex u': 'c' });
    expect(found[`x | ${NOW}`]).toBe('16 to Infinity');
  });

  it('may be nought where none of them is shown', () => {
    const found = of({ whole: 6, 'sex f': 'c', 'sex m': 'c', 'sex u': 'c' });
    expect(found[`x | sex | u | ${NOW}`]).toBe('0 to 6');
  });

  it('that are withheld are not nought where one is shown as nought', () => {
    const found = of({ whole: 6, 'sex f': 'c', 'sex m': 'c', 'sex u': 0 });
    expect(found[`x | sex | f | ${NOW}`]).toBe('1 to 5');
  });

  it('of two breakdowns meet in the whole, though it is withheld', () => {
    const shown = { 'sex f': 9, 'sex m': 6, 'sex u': 0, 'word a': 12, 'word b': 'c' };
    expect(of({ whole: 'c', ...shown })[`x | word | b | ${NOW}`]).toBe('3');
  });

  it('that are rounded leave room: 25 less 15, each within two', () => {
    const shown = { whole: 25, 'word a': 15, 'word b': 'c' };
    const found = of(shown, policyOf(5, 5));
    expect(found[`x | word | b | ${NOW}`]).toBe('6 to 14');
  });

  it('that are shown as 5 are 6 or 7 where 1 to 5 are withheld, and 0 is 0', () => {
    const found = of({ 'word a': 5, 'word b': 0 }, policyOf(5, 5));
    expect(found[`x | word | a | ${NOW}`]).toBe('6 to 7');
    expect(found[`x | word | b | ${NOW}`]).toBe('0');
  });
});

describe('a ratio', () => {
  const definitions = defined([measureOf('x', ['n: all', 'again: again', 'share: again of all'])]);
  const ofShare = (
    shown: Record<string, number | string>,
    count: Record<string, number | string> = {},
    policy?: DisclosurePolicy,
  ) =>
    deduced(
      definitions,
      [[...rowsOf(['x', 'n', NOW], count), ...rowsOf(['x', 'share', NOW], shown)]],
      policy,
    );

  it('that is withheld says no more than that it is over one or more', () => {
    const found = ofShare({ whole: 'c' });
    expect(found[`x | ${NOW}`]).toBe('1 to Infinity');
    expect(found[`x & again | ${NOW}`]).toBe('0 to Infinity');
  });

  it('that is withheld though its denominator is shown has a numerator', () => {
    const found = ofShare({ whole: 'c' }, { whole: 7 });
    expect(found[`x & again | ${NOW}`]).toBe('1 to 7');
    expect(found[`x & not again | ${NOW}`]).toBe('0 to 6');
  });

  it('is given away, with what is left, by its parts shown as counts', () => {
    const rows = [...rowsOf(['x', 'n', NOW], { whole: 12 })];
    rows.push(...rowsOf(['x', 'again', NOW], { whole: 10 }));
    rows.push(...rowsOf(['x', 'share', NOW], { whole: 'c' }));
    expect(deduced(definitions, [rows])[`x & not again | ${NOW}`]).toBe('2');
  });

  it('of nothing says that its cell has none', () => {
    const found = ofShare({ whole: '8 of 20', 'word a': 'z', 'word b': 'c' });
    expect(found[`x | word | b | ${NOW}`]).toBe('20');
    expect(found[`x & again | word | b | ${NOW}`]).toBe('8');
  });

  it('whose cells are withheld is worked out from what is left: 3 of 11 of the rest', () => {
    const found = ofShare({ whole: '9 of 31', 'sex f': '6 of 20', 'sex m': 'c', 'sex u': 'z' });
    expect(found[`x & again | sex | m | ${NOW}`]).toBe('3');
    expect(found[`x & not again | sex | m | ${NOW}`]).toBe('8');
  });

  it('that is rounded has a rest of none, or of more than is withheld', () => {
    const found = ofShare({ whole: '10 of 15' }, {}, policyOf(5, 5));
    expect(found[`x & again | ${NOW}`]).toBe('8 to 11');
    expect(found[`x & not again | ${NOW}`]).toBe('6 to 9');
  });
});

describe('figures that overlap', () => {
  it('of one measure: what meets more conditions is part of what meets fewer', () => {
    const definitions = defined([measureOf('x', ['n: all', 'some: some'])]);
    const rows = [
      ...rowsOf(['x', 'n', NOW], { whole: 'c' }),
      ...rowsOf(['x', 'some', NOW], { whole: 8 }),
    ];
    expect(deduced(definitions, [rows])[`x | ${NOW}`]).toBe('8 to Infinity');
  });

  const measures = [
    measureOf('x', ['n: all']),
    measureOf('y', ['n: all']),
    measureOf('z', ['n: all']),
  ];
  const rows = (x: number | string, y: number | string, z: number | string) => [
    [
      ...rowsOf(['x', 'n', NOW], { whole: x }),
      ...rowsOf(['y', 'n', NOW], { whole: y }),
      ...rowsOf(['z', 'n', NOW], { whole: z }),
    ],
  ];

  it('are one number where they are the same, under one name', () => {
    const numbers = [numberOf('x', 'n'), numberOf('y', 'n')];
    const same: Identity = { ...always, id: 'same', kind: 'same', numbers };
    const found = deduced(defined(measures, [same]), rows('c', 14, 'c'));
    expect(found[`x | ${NOW}`]).toBe('14');
    expect(found[`y | ${NOW}`]).toBeUndefined();
  });

  it('are the same only where they agree, where that is said', () => {
    const numbers = [numberOf('x', 'n'), numberOf('y', 'n')];
    const same: Identity = { ...always, whereTheyAgree: true, id: 's', kind: 'same', numbers };
    const definitions = defined(measures, [same]);
    const told = (x: number, y: number) =>
      new Map([
        [`x | ${NOW}`, x],
        [`y | ${NOW}`, y],
      ]);
    const agreeing = deduced(definitions, rows('c', 14, 'c'), UP_TO_5, told(14, 14));
    expect(agreeing[`x | ${NOW}`]).toBe('14');
    const others = deduced(definitions, rows('c', 14, 'c'), UP_TO_5, told(3, 14));
    expect(others[`x | ${NOW}`]).toBe('1 to Infinity');
  });

  it('a and b cover their union: at least what the one lacks of it is in the other', () => {
    const covered: Identity = {
      ...{ ...always, id: 'c', kind: 'covered', whole: numberOf('z', 'n') },
      by: [numberOf('x', 'n'), numberOf('y', 'n')],
    };
    const found = deduced(defined(measures, [covered]), rows('c', 9, 14));
    expect(found[`x | ${NOW}`]).toBe('5 to Infinity');
  });

  it('a part is no more than its whole', () => {
    const [part, whole] = [numberOf('x', 'n'), numberOf('z', 'n')];
    const identity: Identity = { ...always, id: 'p', kind: 'part', part, whole };
    const found = deduced(defined(measures, [identity]), rows('c', 9, 14));
    expect(found[`x | ${NOW}`]).toBe('1 to 14');
  });

  it('a stock is what it was, with what started and less what ceased, where that agrees', () => {
    const identity: Identity = {
      ...{ ...always, id: 'b', kind: 'balance', whereTheyAgree: true, stock: numberOf('x', 'n') },
      ...{ starting: numberOf('y', 'n'), ceasing: numberOf('z', 'n') },
    };
    const before = rowsOf(['x', 'n', '2024-25 Q4'], { whole: 30 });
    const stock = [`x | 2024-25 Q4`, `x | ${NOW}`, `y | ${NOW}`, `z | ${NOW}`] as const;
    const truth = new Map(stock.map((name, place) => [name, [30, 28, 2, 4][place] ?? 0]));
    const files = [...rows(28, 'c', 'c'), before];
    expect(deduced(defined(measures, [identity]), files, UP_TO_5, truth)[`z | ${NOW}`]).toBe(
      '3 to Infinity',
    );
  });
});

describe('a year', () => {
  it('less its quarters gives away the quarter that is withheld', () => {
    const definitions = defined([measureOf('x', ['n: all'])]);
    const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4'] as const;
    const files = [
      [...rowsOf(['x', 'n', YEAR], { whole: 40 }), ...rowsOf(['x', 'n', NOW], { whole: 'c' })],
      ...quarters.map((quarter) => rowsOf(['x', 'n', quarter], { whole: 12 })),
    ];
    expect(deduced(definitions, files)[`x | ${NOW}`]).toBe('4');
  });

  it('tells, with the year of a return before, how much more the new quarter is than the old', () => {
    const definitions = defined([measureOf('x', ['n: all'])]);
    const files = [
      [...rowsOf(['x', 'n', YEAR], { whole: 40 }), ...rowsOf(['x', 'n', NOW], { whole: 'c' })],
      rowsOf(['x', 'n', 'year to 2024-25 Q4'], { whole: 37 }),
    ];
    expect(deduced(definitions, files)[`x | ${NOW}`]).toBe('3 to 40');
  });

  it('of children is no less than a quarter, by what stays as it is, and by words not', () => {
    const definitions = defined([measureOf('x', ['n: all'], { unit: 'child', yearsAddUp: null })]);
    const files = [
      [
        ...rowsOf(['x', 'n', YEAR], { whole: 9, 'sex f': 9, 'sex m': 0, 'sex u': 0, 'word a': 3 }),
        ...rowsOf(['x', 'n', NOW], {
          whole: 'c',
          'sex f': 'c',
          'sex m': 'c',
          'word a': 'c',
          'word b': 7,
        }),
      ],
    ];
    const found = deduced(definitions, files);
    // Of the others there is none in the year.
    expect(found[`x | sex | f | ${NOW}`]).toBe('8 to 9');
    expect(found[`x | word | a | ${NOW}`]).toBe('1 to 2');
    expect(found[`x | ${NOW}`]).toBe('8 to 9');
  });

  it('of events adds up though another figure of the measure counts children', () => {
    const measure = measureOf('x', ['n: all'], { unit: 'contact', yearsAddUp: null });
    const files = [
      [...rowsOf(['x', 'n', YEAR], { whole: 6 }), ...rowsOf(['x', 'n', NOW], { whole: 'c' })],
      rowsOf(['x', 'n', '2024-25 Q4'], { whole: 0 }),
      rowsOf(['x', 'n', '2024-25 Q3'], { whole: 0 }),
      rowsOf(['x', 'n', '2024-25 Q2'], { whole: 0 }),
    ];
    expect(deduced(defined([measure]), files)[`x | ${NOW}`]).toBe('6');
  });
});

describe('two files of one quarter', () => {
  it('are read together: what one withholds and the other shows is known', () => {
    const definitions = defined([measureOf('x', ['n: all'])]);
    const files = [
      rowsOf(['x', 'n', NOW], { whole: 20, 'word a': 'c', 'word b': 'c' }),
      rowsOf(['x', 'n', NOW], { whole: 'c', 'word a': 17, 'word b': 'c' }),
    ];
    expect(deduced(definitions, files)[`x | word | b | ${NOW}`]).toBe('3');
  });
});

describe('trying every world', () => {
  const definitions = defined([measureOf('x', ['n: all', 'share: again of all'])]);
  const rows = [
    ...rowsOf(['x', 'n', NOW], { whole: 12, 'sex f': 'c', 'sex m': 'c', 'sex u': 0 }),
    ...rowsOf(['x', 'share', NOW], {
      whole: '6 of 12',
      'sex f': 'c',
      'sex m': '6 of 6',
      'sex u': 'z',
    }),
  ];
  const known = knownFrom({ files: [rows], policy: UP_TO_5, definitions, truth: new Map() });

  it('finds each value that a number can have, and no other', () => {
    const values = exhaust(known, 12);
    expect([...(values.get(`x | sex | f | ${NOW}`) ?? [])]).toEqual([6]);
    expect([...(values.get(`x & again | sex | f | ${NOW}`) ?? [])]).toEqual([0]);
  });

  it('finds no less than adding and subtracting leaves', () => {
    const narrowed = deduce(known);
    for (const [name, values] of exhaust(known, 12))
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(narrowed.get(name)?.least ?? 0);
        expect(value).toBeLessThanOrEqual(narrowed.get(name)?.most ?? Infinity);
      }
  });
});
