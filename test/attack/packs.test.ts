import { describe, expect, it } from 'vitest';
import type { PackArea } from '../../src/model/benchmark-pack.ts';
import type { Observation } from '../../src/model/observation.ts';
import { NOW, defined, measureOf, policyOf, rowsOf } from './hand-made.ts';
import type { Definitions } from './numbers.ts';
import type { PackView } from './pack-known.ts';
import { learntFromTotals } from './pack-learnt.ts';

const DEFINITIONS = defined([measureOf('x', ['n: all', 'share: again of all'])]);
type Shown = Readonly<Record<string, number | string>>;

/** What each area shows of a count, or of a share, and whom the totals add up: `AB` for the authorities a and b. */
function view(
  shown: Readonly<Record<string, Shown>>,
  { figure = 'n', policy = policyOf(5) } = {},
  definitions: Definitions = DEFINITIONS,
): PackView {
  const areas = Object.keys(shown).map((code): PackArea => {
    const common = { code, name: code, synthetic: true };
    return code.length === 1
      ? { ...common, kind: 'authority', region: '', earlyHelp: null }
      : { ...common, kind: 'group', members: [...code] };
  });
  const observations = Object.entries(shown).flatMap(([area, values]) =>
    rowsOf(['x', figure, NOW], values).map((row): Observation => ({ ...row, area })),
  );
  return { areas, observations, definitions, policyOf: () => policy, truths: new Map() };
}

/** What totals tell that the authorities do not, as `a: x | … 3` or `2 to 4`. */
function learnt(of: PackView): string[] {
  return learntFromTotals(of).map(({ name, withTotals: { least, most } }) => {
    const place = name.replace(` | ${NOW}`, '').replaceAll(' | ', ' ');
    return `${place} = ${least === most ? least : `${least} to ${most}`}`;
  });
}

describe('a total of several authorities', () => {
  it('gives the withheld one of two away', () => {
    expect(learnt(view({ a: { whole: 'c' }, b: { whole: 40 }, ab: { whole: 43 } }))).toEqual([
      'a: x = 3',
    ]);
  });

  it('gives nothing away where it is withheld', () => {
    expect(learnt(view({ a: { whole: 'c' }, b: { whole: 40 }, ab: { whole: 'c' } }))).toEqual([]);
  });

  it('gives nothing away where all that it adds up is shown', () => {
    expect(learnt(view({ a: { whole: 12 }, b: { whole: 40 }, ab: { whole: 52 } }))).toEqual([]);
  });

  it('bounds two that are withheld by what the others leave', () => {
    const shown = { a: { whole: 'c' }, b: { whole: 'c' }, d: { whole: 40 }, abd: { whole: 45 } };
    expect(learnt(view(shown))).toEqual(['a: x = 1 to 4', 'b: x = 1 to 4']);
  });

  it('is of those alone that have the figure', () => {
    const shown = view({ a: { whole: 'c' }, b: { whole: 40 }, abd: { whole: 43 } });
    expect(learnt(shown)).toEqual(['a: x = 3']);
    const other = shown.observations.map((row) =>
      row.area === 'b' ? { ...row, version: 2 } : row,
    );
    expect(learnt({ ...shown, observations: other })).toEqual(['a: x = 43']);
  });

  it('gives a cell away though the whole and all other cells of its authority are withheld', () => {
    const shown = {
      a: { whole: 30, 'word a': 'c', 'word b': 'c' },
      b: { whole: 40, 'word a': 20, 'word b': 20 },
      ab: { whole: 70, 'word a': 23, 'word b': 'c' },
    };
    expect(learnt(view(shown))).toEqual(['a: x word a = 3', 'a: x word b = 27']);
  });

  it('gives both parts of a share away, and what is left of it', () => {
    const shown = { a: { whole: 'c' }, b: { whole: '27 of 60' }, ab: { whole: '30 of 100' } };
    expect(learnt(view(shown, { figure: 'share' })).sort()).toEqual([
      'a: x & again = 3',
      'a: x & not again = 37',
      'a: x = 40',
    ]);
  });

  it('leaves room where its members are rounded', () => {
    const shown = { a: { whole: 'c' }, b: { whole: 40 }, ab: { whole: 45 } };
    expect(learnt(view(shown, { policy: policyOf(5, 5) }))).toEqual(['a: x = 1 to 11']);
  });

  it('that is withheld gives a range away where the pack says so', () => {
    const shown = view({ a: { whole: 'c' }, b: { whole: 40 }, ab: { whole: 'c' } });
    const saying = (least: number, most: number) =>
      learnt({ ...shown, rangeOf: () => ({ least, most }) });
    expect(saying(41, 45)).toEqual(['a: x = 1 to 5']);
    expect(saying(41, Infinity)).toEqual([]);
  });
});

describe('totals of totals', () => {
  it('give a withheld total away, and the withheld number in it', () => {
    const shown = {
      ...{ a: { whole: 'c' }, b: { whole: 40 }, d: { whole: 9 }, e: { whole: 8 } },
      ...{ ab: { whole: 'c' }, de: { whole: 17 }, abde: { whole: 60 } },
    };
    expect(learnt(view(shown))).toEqual(['a: x = 3']);
  });

  it('that lie one in the other give away what is between them', () => {
    const shown = {
      ...{ a: { whole: 'c' }, b: { whole: 'c' }, d: { whole: 'c' }, e: { whole: 30 } },
      ...{ abe: { whole: 37 }, abde: { whole: 39 } },
    };
    expect(learnt(view(shown))).toContain('d: x = 2');
  });

  it('that overlap in a ring give all away, though each hides two', () => {
    const shown = {
      ...{ a: { whole: 'c' }, b: { whole: 'c' }, d: { whole: 'c' } },
      ...{ ab: { whole: 7 }, bd: { whole: 7 }, ad: { whole: 8 } },
    };
    expect(learnt(view(shown))).toEqual(['a: x = 4', 'b: x = 3', 'd: x = 4']);
  });
});
