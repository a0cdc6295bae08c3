import { describe, expect, it } from 'vitest';
import { ownColumns } from '../../../src/compare/from-observations.ts';
import type { Field } from '../../../src/compare/field.ts';
import type { FigureAsked, Placed } from '../../../src/model/comparison.ts';
import { ENGLAND, QUARTER, YEAR, benchmarkOf, count, packOf, publishedOf, seen } from './made.ts';

const asked = (measure: string, figure: string, period = YEAR): FigureAsked => ({
  ...{ measure, figure, period, cell: null },
});

const EAST = { code: '303', name: 'East Town', synthetic: false, earlyHelp: {} };

/** Each area's number to two places, or its symbol. */
function shown(placed: readonly Placed[]): Readonly<Record<string, number | string>> {
  return Object.fromEntries(
    placed.map(({ area, shown: one }) => [
      area,
      one.kind === 'number' ? Math.round(one.value * 100) / 100 : one.symbol,
    ]),
  );
}

const whyWithout = (field: Field) =>
  Object.fromEntries(field.without.map(({ area, says }) => [area, says]));

const noPause = () => Promise.resolve();

describe('a count is compared as a rate', () => {
  const pack = packOf([
    seen('302', 'riia-02', 'referrals', YEAR, count(100)),
    seen('303', 'riia-02', 'referrals', YEAR, count(1_000)),
  ]);

  it('over one population year, and whichever of the two figures is asked for', () => {
    const benchmark = benchmarkOf(pack);
    for (const figure of ['referrals', 'rate']) {
      const field = benchmark.field(asked('riia-02', figure), '303', ENGLAND);
      // 100 of 20,000, and 1,000 of 50,000.
      expect(shown(field.everyone)).toEqual({ 302: 50, 303: 200 });
      expect(field.figure).toMatchObject({
        title: 'Referrals per 10,000 children',
        unit: { kind: 'rate', per: 10_000 },
        unitWords: 'referrals per 10,000 children',
      });
      expect(field.own?.denominatorFrom).toBe('mid-2024');
      expect(field.notes).toContain(
        'All rates are over the children aged 0 to 17 by the mid-2024 estimate, so that they are alike.',
      );
    }
  });

  it('over the latest year that all of them have', () => {
    const west = packOf([seen('304', 'riia-02', 'referrals', YEAR, count(80))], { id: 'west' });
    const field = benchmarkOf(pack, west).field(asked('riia-02', 'referrals'), '303', ENGLAND);
    // West Town has none of mid-2024: 100 of 19,000, 1,000 of 40,000, 80 of 8,000.
    expect(shown(field.everyone)).toEqual({ 302: 52.63, 303: 250, 304: 100 });
    expect(field.own?.denominatorFrom).toBe('mid-2023');
  });

  it('where the measure has no rate of its own', () => {
    const episodes = packOf([seen('303', 'eh-2', 'episodes', QUARTER, count(125))]);
    const field = benchmarkOf(episodes).field(asked('eh-2', 'episodes', QUARTER), '303', ENGLAND);
    expect(shown(field.everyone)).toEqual({ 303: 25 });
    expect(field.figure.title).toBe('Episodes that started per 10,000 children');
    expect(field.own?.shown).toMatchObject({
      parts: { numerator: 125, denominator: 50_000, estimated: false },
    });
  });

  it('a quarter made annual stays so, at its own scale', () => {
    const field = benchmarkOf(
      packOf([seen('303', 'riia-02', 'referrals', QUARTER, count(125))]),
    ).field(asked('riia-02', 'rate_annualised', QUARTER), '303', ENGLAND);
    expect(shown(field.everyone)).toEqual({ 303: 100 });
    expect(field.figure.unitWords).toBe('referrals per 10,000 children a year');
  });

  it('posts are never: it says why', () => {
    const posts = packOf([seen('302', 'riia-28', 'posts', QUARTER, count(40))]);
    const field = benchmarkOf(posts).field(asked('riia-28', 'posts', QUARTER), '303', ENGLAND);
    expect(field.everyone).toEqual([]);
    expect(field.figure.unit).toEqual({ kind: 'amount' });
    expect(field.notes[0]).toMatch(
      /^Numbers of full-time equivalent posts are not set beside those of other authorities/,
    );
    expect(whyWithout(field)['302']).toBe(field.notes[0]);
  });

  it('a cell is over all children, and says so', () => {
    const cell = { by: 'sex', cell: 'male' };
    const male = packOf([seen('303', 'eh-5', 'children', QUARTER, count(50), { cell })]);
    const field = benchmarkOf(male).field(
      { ...asked('eh-5', 'children', QUARTER), cell },
      null,
      ENGLAND,
    );
    expect(shown(field.everyone)).toEqual({ 303: 10 });
    expect(field.notes.join(' ')).toMatch(/beside all children aged 0 to 17/);
  });
});

describe('what is published', () => {
  const bare = (area: string, value: number) =>
    ({
      ...{ area, measure: 'riia-10', figure: 'rate', period: YEAR },
      content: { kind: 'bare', value, scale: 10_000, flag: null },
    }) as const;

  it('as a rate alone has its count estimated, and says so', () => {
    const field = benchmarkOf(publishedOf([bare('302', 151.2), bare('303', 80)])).field(
      asked('riia-10', 'enquiries'),
      '303',
      ENGLAND,
    );
    // 151.2 × 20,000 ÷ 10,000 is 302.4; the rate stays as it was published.
    expect(field.everyone.find(({ area }) => area === '302')?.shown).toEqual({
      ...{ kind: 'number', value: 151.2, flag: null },
      parts: { numerator: 302, denominator: 20_000, estimated: true },
    });
    expect(field.notes).toContain(
      '2 rates are published without a count. The count was estimated from the rate and the children there.',
    );
  });

  it('is worked out anew where another year’s population is what all have', () => {
    const field = benchmarkOf(
      publishedOf([bare('303', 80), bare('302', 100)]),
      packOf([seen('304', 'riia-10', 'enquiries', YEAR, count(40))]),
    ).field(asked('riia-10', 'enquiries'), '303', ENGLAND);
    // 80 per 10,000 of 50,000 are 400; 400 of the 40,000 of mid-2023 are 100 per 10,000.
    expect(shown(field.everyone)).toEqual({ 302: 105.26, 303: 100, 304: 50 });
  });

  it('keeps its symbols, also beside a number', () => {
    const field = benchmarkOf(
      publishedOf([
        {
          ...{ area: '302', measure: 'riia-31', figure: 'rate', period: '2024-25 Q2' },
          content: { kind: 'symbol', symbol: 'low', says: 'Above nought, and nought when rounded' },
        },
        {
          ...{ area: '303', measure: 'riia-31', figure: 'rate', period: '2024-25 Q2' },
          content: { kind: 'bare', value: 14.2, scale: 100, flag: 'u' },
        },
      ]),
    ).field(asked('riia-31', 'rate', '2024-25 Q2'), '303', ENGLAND);
    expect(shown(field.everyone)).toEqual({ 302: 'low', 303: 14.2 });
    expect(field.own?.shown).toMatchObject({ flag: { symbol: 'u', says: 'Low reliability' } });
  });

  it('says where its day and its definition differ', () => {
    const row = { area: '303', measure: 'riia-27', figure: 'plans', period: '2024-25 Q3' } as const;
    const content = { kind: 'count', value: 500, flag: null } as const;
    const field = benchmarkOf(publishedOf([{ ...row, content }])).field(
      asked('riia-27', 'plans', '2024-25 Q3'),
      '303',
      ENGLAND,
    );
    expect(field.notes).toEqual([
      'DfE publishes plans as at January.',
      'Published figures are of the census day in January. They stand beside 31 December, the end of the nearest quarter.',
      'All rates are over the children aged 0 to 17 by the mid-2024 estimate, so that they are alike.',
      'Education, health and care is for people up to the age of 25, and is set beside the children aged 0 to 17.',
    ]);
  });

  it('of England as a whole is the total, by the same rate', () => {
    const row = { measure: 'riia-02', figure: 'referrals', period: '2022-23 Q4' } as const;
    const of = (area: string, value: number) =>
      ({ ...row, area, content: { kind: 'count', value, flag: null } }) as const;
    const benchmark = benchmarkOf(
      publishedOf([of('E92000001', 600), of('E12000007', 480), of('303', 400), of('304', 80)]),
    );
    const at = asked('riia-02', 'referrals', '2022-23 Q4');
    // London is East and West Town, 48,000 children in mid-2023, the only year that both have.
    expect(benchmark.field(at, '303', { kind: 'region' }).total?.shown).toMatchObject({
      value: 100,
    });
    expect(benchmark.field(at, '303', { kind: 'neighbours' }).total).toBeNull();
  });
});

describe('which source stands', () => {
  const at = (value: number, period = YEAR) =>
    seen('303', 'riia-02', 'referrals', period, count(value));
  const dfe = publishedOf([
    {
      ...{ area: '303', measure: 'riia-02', figure: 'referrals', period: YEAR },
      content: { kind: 'count', value: 500, flag: null },
    },
    {
      ...{ area: '302', measure: 'riia-02', figure: 'referrals', period: YEAR },
      content: { kind: 'count', value: 100, flag: null },
    },
  ]);
  const older = packOf([at(600)], { id: 'older', made: '2025-04-01T09:00:00Z' });
  const newer = packOf([at(700)], { id: 'newer', made: '2025-06-01T09:00:00Z' });
  const numerator = (field: Field) =>
    field.own?.shown.kind === 'number' ? field.own.shown.parts?.numerator : null;

  it('is the authority’s own, then the newest pack, then what is published', async () => {
    const own = await ownColumns([at(800)], EAST, noPause);
    const benchmark = benchmarkOf(dfe, newer, older, own);
    const now = () => benchmark.field(asked('riia-02', 'referrals'), '303', ENGLAND);
    expect(numerator(now())).toBe(800);
    expect(now().notes).toContain('Figures are from Your own figures (1) and DfE (1).');
    benchmark.remove('own');
    expect(numerator(now())).toBe(700);
    benchmark.remove('newer');
    expect(numerator(now())).toBe(600);
    benchmark.remove('older');
    expect(numerator(now())).toBe(500);
  });

  it('is another where the first says nothing, and not where it withholds', () => {
    const none = (kind: 'not available' | 'withheld') =>
      packOf([
        seen(
          '303',
          'riia-02',
          'referrals',
          YEAR,
          kind === 'withheld' ? { kind } : { kind, reason: '' },
        ),
      ]);
    const field = (kind: 'not available' | 'withheld') =>
      benchmarkOf(none(kind), dfe).field(asked('riia-02', 'referrals'), '303', ENGLAND);
    expect(numerator(field('not available'))).toBe(500);
    expect(field('withheld').own?.shown).toEqual({
      ...{ kind: 'symbol', symbol: 'c', says: 'Withheld to protect children' },
    });
  });
});

describe('like with like', () => {
  it('a year stands beside years alone, a quarter beside quarters', () => {
    const benchmark = benchmarkOf(
      packOf([
        seen('302', 'riia-02', 'referrals', YEAR, count(100)),
        seen('303', 'riia-02', 'referrals', QUARTER, count(100)),
      ]),
    );
    expect(shown(benchmark.field(asked('riia-02', 'referrals'), null, ENGLAND).everyone)).toEqual({
      302: 50,
    });
    expect(benchmark.periodsOf('riia-02', 'rate')).toEqual([QUARTER, YEAR]);
    expect(benchmark.periodsOf('riia-02', 'rate', { by: 'age', cell: 'unborn' })).toEqual([]);
  });

  it('one version of the definition: that of the own figure', async () => {
    const version = (area: string, of: number) =>
      seen(area, 'eh-5', 'children', QUARTER, count(100), { version: of });
    const pack = packOf([version('301', 1), version('302', 1), version('304', 2)]);
    const own = await ownColumns([version('303', 2)], EAST, noPause);
    const field = benchmarkOf(pack, own).field(asked('eh-5', 'children', QUARTER), '303', ENGLAND);
    expect(field.everyone.map(({ area }) => area).sort()).toEqual(['303', '304']);
    expect(whyWithout(field)['301']).toBe(
      'It is made by version 1 of the definition, and the others by version 2.',
    );
    expect(field.notes).toContain(
      '2 authorities are left out: another version of the definition was used there than version 2.',
    );
    // Without an own figure, the one that most have.
    const others = benchmarkOf(pack).field(asked('eh-5', 'children', QUARTER), null, ENGLAND);
    expect(others.everyone.map(({ area }) => area).sort()).toEqual(['301', '302']);
  });

  it('an authority has figures of the time when it was there', () => {
    const open = (area: string, period: '2023-24 Q4' | '2024-25 Q1') =>
      seen(area, 'riia-13', 'children', period, count(30));
    const benchmark = benchmarkOf(
      packOf([
        ...[open('300', '2023-24 Q4'), open('301', '2023-24 Q4')],
        ...[open('300', '2024-25 Q1'), open('301', '2024-25 Q1'), open('303', '2024-25 Q1')],
      ]),
    );
    const before = benchmark.field(asked('riia-13', 'children', '2023-24 Q4'), '301', ENGLAND);
    expect(before.own).toBeNull();
    expect(before.notes[0]).toBe('North Shire began on 1 April 2024.');
    expect(before.everyone.map(({ area }) => area)).not.toContain('301');
    const after = benchmark.field(asked('riia-13', 'children', '2024-25 Q1'), '303', {
      kind: 'neighbours',
    });
    expect(after.everyone.map(({ area }) => area).sort()).toEqual(['301', '303']);
    expect(whyWithout(after)).toEqual({
      300: 'Old Shire ended on 31 March 2024.',
      304: 'No source has this figure of it.',
    });
  });

  it('an authority that began within a year has no such year', () => {
    const year = seen('301', 'riia-02', 'referrals', 'year to 2024-25 Q1', count(9));
    const field = benchmarkOf(packOf([year])).field(
      asked('riia-02', 'referrals', 'year to 2024-25 Q1'),
      '303',
      { kind: 'neighbours' },
    );
    expect(field.everyone).toEqual([]);
    expect(whyWithout(field)['301']).toBe('North Shire began on 1 April 2024, within the year.');
  });

  it('made-up authorities stand beside made-up ones alone', async () => {
    const made = packOf([seen('001', 'eh-5', 'children', QUARTER, count(90))], { synthetic: true });
    const rate = { kind: 'ratio', numerator: 90, denominator: 9_000, scale: 10_000 } as const;
    const told = packOf(
      [
        seen('001', 'eh-5', 'rate', QUARTER, rate, {
          denominatorFrom: 'children aged 0 to 17, mid-2024 estimate',
        }),
      ],
      { synthetic: true, id: 'told' },
    );
    const exampleshire = {
      ...{ code: '000', name: 'Exampleshire (made up)', synthetic: true, earlyHelp: {} },
    };
    const own = await ownColumns(
      [seen('000', 'eh-5', 'children', QUARTER, count(60))],
      exampleshire,
      noPause,
    );
    const real = packOf([seen('303', 'eh-5', 'children', QUARTER, count(50))], { id: 'real' });
    const benchmark = benchmarkOf(made, told, own, real);
    const at = asked('eh-5', 'children', QUARTER);
    expect(shown(benchmark.field(at, '000', ENGLAND).everyone)).toEqual({ '000': 50, '001': 100 });
    expect(shown(benchmark.field(at, '303', ENGLAND).everyone)).toEqual({ 303: 10 });
  });
});

it('a trend has every period of the kind that is asked for, with the members in it', () => {
  const at = (area: string, period: '2024-25 Q3' | '2024-25 Q4', version = 1) =>
    seen(area, 'eh-5', 'children', period, count(100), { version });
  const benchmark = benchmarkOf(
    packOf([at('301', '2024-25 Q3'), at('302', '2024-25 Q4'), at('303', '2024-25 Q4')]),
  );
  const trend = benchmark.trend(asked('eh-5', 'children', QUARTER), '303', { kind: 'neighbours' });
  expect(
    trend.map(({ period, own, ownVersion, members }) => [
      ...[period, own?.shown.kind ?? null, ownVersion],
      members.map(({ area }) => area),
    ]),
  ).toEqual([
    ['2024-25 Q3', null, null, ['301']],
    ['2024-25 Q4', 'number', 1, []],
  ]);
});

it('a cell is a share of its own whole, and withheld where either is', () => {
  const cell = { by: 'sex', cell: 'male' };
  const of = (area: string, whole: number, male: number | null) => [
    seen(area, 'eh-5', 'children', QUARTER, count(whole)),
    seen(area, 'eh-5', 'children', QUARTER, male === null ? { kind: 'withheld' } : count(male), {
      cell,
    }),
  ];
  const benchmark = benchmarkOf(
    packOf([...of('301', 50, null), ...of('302', 40, 30), ...of('303', 80, 20)]),
  );
  const cells = benchmark.cells(asked('eh-5', 'children', QUARTER), 'sex', '303', ENGLAND);
  expect(cells.map((one) => one.cell)).toEqual(['female', 'male', 'unknown']);
  expect(cells[1]).toMatchObject({
    kind: 'share',
    own: { value: 25, parts: { numerator: 20, denominator: 80 } },
    members: [{ symbol: 'c' }, { value: 75 }, { value: 25 }],
  });
  expect(cells[0]).toMatchObject({ own: null, members: [] });
});
