import { describe, expect, it } from 'vitest';
import { attributeOf, tagsOf } from '../../../src/files/xml-tags.ts';
import { ZipParts } from '../../../src/files/zip-parts.ts';
import { Problem } from '../../../src/model/problem.ts';
import { askedBreakdowns, askedWholes } from '../../../src/template/asked.ts';
import { isTemplate, readTemplate } from '../../../src/template/read-template.ts';
import { spec } from '../../../src/spec/spec.ts';
import { headlineOf } from '../../../src/model/measure.ts';
import { readGrids } from '../../../src/files/grids.ts';
import { BY, QUARTER, type Row, WHOSE, blankTemplate, filledTemplate } from './filled.ts';

const NONE = { name: '', prefix: '', kind: 'opens', attributes: '', from: 0, to: 0 } as const;
const name = (tag: { readonly name: string }) => tag.name;

const read = async (rows: Readonly<Record<string, Row>>, cover = WHOSE) =>
  readTemplate(new Blob([await filledTemplate(rows, cover)]), BY);

describe('a blank template', () => {
  it('asks for every figure of every measure that can be counted, and for each cell of each headline', async () => {
    const asked = askedWholes(BY.measures);
    const figures = spec.measures.flatMap((measure) =>
      measure.kind === 'records'
        ? measure.figures
            .filter(({ kind }) => kind !== 'rate')
            .map(({ id }) => `${measure.id} ${id}`)
        : [],
    );
    const inWholes = new Set(
      asked.flatMap(({ at }) => (at.kind === 'figure' ? [`${at.measure} ${at.figure}`] : [])),
    );
    expect([...inWholes]).toEqual(figures);
    const brokenDown = new Set(
      askedBreakdowns(BY.measures, BY.breakdowns).map(
        ({ measure, by }) => `${measure.id} ${by.id}`,
      ),
    );
    const meant = spec.measures.flatMap((measure) =>
      measure.kind === 'records' && headlineOf(measure).kind !== 'rate'
        ? measure.breakdowns.map((by) => `${measure.id} ${by}`)
        : [],
    );
    expect([...brokenDown].sort()).toEqual(meant.sort());
  });

  it('is known for a template by what is in it, and holds nothing', async () => {
    const blank = new Blob([await filledTemplate({})]);
    expect(await isTemplate(blank)).toBe(true);
    expect(await isTemplate(new Blob(['a,b\n1,2\n']))).toBe(false);
    const { authority, quarter, byHand, given, problems } = await readTemplate(blank, BY);
    expect({ authority, quarter, byHand, given, problems }).toEqual({
      ...{ authority: '822', quarter: QUARTER },
      ...{ byHand: [], given: [], problems: [] },
    });
  });

  it('has a row for each number that is asked', async () => {
    const grids = await readGrids(new Blob([await blankTemplate()]));
    if (typeof grids === 'string') throw new Error(grids);
    const keys = grids.flatMap(({ rows }) => rows.slice(1).map((row) => row[8] ?? ''));
    const asked = [
      ...askedWholes(BY.measures),
      ...askedBreakdowns(BY.measures, BY.breakdowns).flatMap(({ sums }) =>
        sums.flatMap(({ cells }) => cells),
      ),
    ].map(({ key }) => key);
    expect(keys.filter((key) => key !== '').sort()).toEqual([...asked].sort());
    expect(new Set(asked).size).toBe(asked.length);
  });
});

describe('the sheets of a blank template', () => {
  it('are locked but for the cells to fill in, each of which takes a number, x, z or nothing', async () => {
    const parts = new ZipParts(await blankTemplate());
    const xml = (await parts.text('xl/worksheets/sheet2.xml')) ?? '';
    const tags = [...tagsOf(xml)];
    expect(attributeOf(tags.find(({ name }) => name === 'sheetProtection') ?? NONE, 'sheet')).toBe(
      '1',
    );
    const styles = [...tagsOf((await parts.text('xl/styles.xml')) ?? '')];
    const formats = styles.slice(styles.findIndex(({ name }) => name === 'cellXfs'));
    const places = formats.filter(({ name, kind }) => name === 'xf' && kind !== 'closes');
    const isOpen = (at: number) => {
      const next = formats.slice(
        formats.indexOf(places[at] ?? NONE),
        formats.indexOf(places[at + 1] ?? NONE),
      );
      return next.some((tag) => name(tag) === 'protection' && attributeOf(tag, 'locked') !== '1');
    };
    const open = tags.filter(
      (tag) => tag.name === 'c' && tag.kind !== 'closes' && isOpen(Number(attributeOf(tag, 's'))),
    );
    const riia = askedWholes(BY.measures).filter(({ collection }) => collection === 'riia');
    const cells = riia.reduce((sum, { hasYear }) => sum + (hasYear ? 3 : 2), 0);
    expect(open).toHaveLength(cells);
    const checked = tags.filter((tag) => tag.name === 'dataValidation' && tag.kind === 'opens');
    expect(checked).toHaveLength(riia.length);
  });
});

describe('a template that is filled in', () => {
  it('gives counts, ratios, cells, parts of a form, and why there is none', async () => {
    const { given, byHand, problems } = await read({
      'riia-02 referrals count': { quarter: 120, year: 500 },
      'riia-04 repeat denominator': { quarter: 120 },
      'riia-04 repeat numerator': { quarter: 24 },
      'riia-13 children count': { quarter: 'x', why: 'The system was changed in May.' },
      'riia-12 within_15 denominator': { quarter: 0 },
      'riia-12 within_15 numerator': { quarter: 0 },
      'riia-02 referrals count sex female': { quarter: 70 },
      'riia-02 referrals count sex male': { quarter: 50 },
      'riia-02 referrals count sex unknown': { quarter: 0 },
      'riia-29 form vacant': { quarter: 6.5 },
      'riia-29 form in_post': { quarter: 33 },
    });
    expect(problems).toEqual([]);
    const at = (measure: string, figure: string) => ({
      ...{ measure, figure, period: QUARTER, cell: null },
    });
    expect(given).toEqual([
      { ...at('riia-02', 'referrals'), outcome: { kind: 'count', value: 120 } },
      {
        ...at('riia-02', 'referrals'),
        period: `year to ${QUARTER}`,
        outcome: { kind: 'count', value: 500 },
      },
      {
        ...at('riia-04', 'repeat'),
        outcome: { kind: 'ratio', numerator: 24, denominator: 120, scale: 100 },
      },
      {
        ...at('riia-12', 'within_15'),
        outcome: { kind: 'not applicable', reason: 'there were no conferences' },
      },
      {
        ...at('riia-13', 'children'),
        outcome: { kind: 'not available', reason: 'The system was changed in May.' },
      },
      {
        ...at('riia-02', 'referrals'),
        cell: { by: 'sex', cell: 'female' },
        outcome: { kind: 'count', value: 70 },
      },
      {
        ...at('riia-02', 'referrals'),
        cell: { by: 'sex', cell: 'male' },
        outcome: { kind: 'count', value: 50 },
      },
      {
        ...at('riia-02', 'referrals'),
        cell: { by: 'sex', cell: 'unknown' },
        outcome: { kind: 'count', value: 0 },
      },
    ]);
    expect(byHand).toEqual([
      { measure: 'riia-29', quarter: QUARTER, parts: { vacant: 6.5, in_post: 33 } },
    ]);
  });

  it('says of each number that cannot be taken which cell it is in, and what to do', async () => {
    const { problems, given } = await read({
      'riia-01 contacts count': { quarter: 'about 40' },
      'riia-01 children count': { quarter: -3 },
      'riia-02 referrals count': { quarter: 12.5 },
      'riia-05 started count': { quarter: 'c' },
      'riia-06 completed count': { quarter: 'z' },
      'riia-10 enquiries count': { quarter: 9 },
    });
    expect(problems.map(({ place, says, isLeftOut }) => [place, says, isLeftOut])).toEqual([
      ['sheet RIIA, cell D3', 'It says “about 40”, which is not a number.', true],
      ['sheet RIIA, cell D4', 'It is -3, which is less than 0.', true],
      ['sheet RIIA, cell D5', 'It is 12.5, which is not a whole number.', true],
      ['sheet RIIA, cell D9', 'It says “c”, which stands for a number that is not shown.', true],
      [
        'sheet RIIA, cell D10',
        'It says “z” (not applicable), and no reason stands beside it.',
        true,
      ],
    ]);
    expect(problems.every(({ todo }) => todo.length > 10)).toBe(true);
    expect(given.map(({ measure }) => measure)).toEqual(['riia-10']);
  });

  it('takes no part of a number without what it is a part of, and none that is more than it', async () => {
    const { problems, given } = await read({
      'riia-04 repeat numerator': { quarter: 24 },
      'riia-16 repeat_ever denominator': { quarter: 10 },
      'riia-16 repeat_ever numerator': { quarter: 11 },
      'riia-31 form agency': { quarter: 3 },
    });
    expect(given).toEqual([]);
    expect(problems.map(({ key }) => key)).toEqual([
      'riia-04 repeat denominator',
      'riia-16 repeat_ever numerator',
      'riia-31 form in_post',
    ]);
  });

  it('says what does not agree, and takes it as it stands', async () => {
    const { problems, given } = await read({
      'riia-02 referrals count': { quarter: 120, year: 100 },
      'riia-04 repeat denominator': { quarter: 118 },
      'riia-04 repeat numerator': { quarter: 24 },
    });
    expect(problems.map(({ says }) => says)).toEqual([
      'The quarter has 120, and the year that ends with it, at sheet RIIA, cell E5, only 100.',
      'It is 118, and 120 stand at sheet RIIA, cell D5: by definition the two are the same. Repeat referrals are told among all referrals of the period.',
    ]);
    expect(problems.every(({ isLeftOut }) => !isLeftOut)).toBe(true);
    expect(given).toHaveLength(3);
  });

  it.each([
    [
      'does not add up',
      { female: 60, male: 55, unknown: 2 },
      / come to 117, .* is 120: off by 3\./,
    ],
    ['is not whole, so that what is missing follows', { female: 60, male: 57 }, /not all given/],
    [
      'leaves a cell open that the rest give away',
      { female: 60, male: 57, unknown: 'x' },
      /not all given/,
    ],
  ])('takes no breakdown that %s', async (_, sexes, says) => {
    const cells = Object.entries(sexes).map(([cell, quarter]) => [
      `riia-02 referrals count sex ${cell}`,
      { quarter, why: 'Nobody can tell.' },
    ]);
    const { problems, given } = await read({
      'riia-02 referrals count': { quarter: 120 },
      ...Object.fromEntries(cells),
    });
    expect(problems.map((one) => says.test(one.says) && one.isLeftOut)).toEqual([true]);
    expect(given.map(({ cell }) => cell)).toEqual([null]);
  });

  it.each([
    [{ authority: 'Nowhere', quarter: QUARTER }, /sheet Start here, cell B5/],
    [{ authority: 'Bedford (822)', quarter: 'last one' }, /sheet Start here, cell B6/],
  ])('is refused where it does not say whose it is, or of when: %j', async (cover, says) => {
    const refused = filledTemplate({}, cover).then((bytes) => readTemplate(new Blob([bytes]), BY));
    await expect(refused).rejects.toThrow(Problem);
    await expect(refused).rejects.toThrow(says);
  });
});
