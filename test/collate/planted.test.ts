import { beforeAll, describe, expect, it } from 'vitest';
import { PLANTS, type PlantKind, plantsOf } from '../../fixtures/country/plants.ts';
import type { CollationRemark } from '../../src/model/collation.ts';
import { seriesKey } from '../../src/model/collation.ts';
import { type Read, collated, madeCountry, readCountry } from './made-country.ts';
import { sentencesOf } from './sentences.ts';
import { type Told, oddIn, toldOf } from './told.ts';

const COUNTRY = madeCountry();
const PLANTED = plantsOf(COUNTRY);
/** What is planted with authorities whose quarter is then not there, and with those that then send from an extract. */
const ABSENT: readonly PlantKind[] = ['late', 'broken zip', 'older schema'];
const EXTRACTS: readonly PlantKind[] = ['revised', 'total edited', 'withheld cell filled in'];
const KINDS = PLANTED.map(({ kind }) => kind);

describe(`the files of ${COUNTRY.authorities.length} authorities and ${COUNTRY.quarters.length} quarters`, () => {
  const cells = { all: 0, wholes: 0 };
  let clean: readonly Told[] = [];
  let odd: readonly CollationRemark[] = [];
  let planted: readonly Read[] = [];
  /** What is told of the planted files and not of the clean ones, and the other way round. */
  let added: readonly Told[] = [];
  let gone: readonly Told[] = [];

  beforeAll(async () => {
    const read = await readCountry(COUNTRY);
    planted = read.planted;
    const collation = collated(read.clean, COUNTRY);
    odd = oddIn(collation);
    for (const { cell } of collation.figures.observations()) {
      cells.all += 1;
      cells.wholes += Number(cell === null);
    }
    clean = toldOf(read.clean, collation, odd, COUNTRY);
    const other = collated(planted, COUNTRY);
    const all = toldOf(planted, other, oddIn(other), COUNTRY);
    added = without(all, clean);
    gone = without(clean, all);
  }, 7_200_000);

  it('are remarked on in fewer than 1 in 100 cells where nothing is planted, of whole figures alone too', () => {
    const flagged = new Set(odd.map((one) => `${one.area} ${seriesKey(one)}`));
    expect(cells.all).toBeGreaterThan(100_000);
    expect(flagged.size).toBeLessThan(cells.all / 1000);
    expect(flagged.size).toBeLessThan(cells.wholes / 100);
  });

  // What is published of these leaps from one year to the next, and the made-up figures follow it.
  it.skipIf(COUNTRY.asked.region === undefined)('are remarked on in six, in the region', () => {
    expect(
      odd.map(({ rule, area, measure, period }) => `${rule} ${area} ${measure} ${period}`),
    ).toEqual([
      'published year 888 riia-25 2022-23 Q4',
      'published year 355 riia-26 2022-23 Q4',
      'published year 888 riia-25 2023-24 Q1',
      'published year 343 riia-26 2023-24 Q1',
      'published year 355 riia-26 2023-24 Q1',
      'published year 355 riia-26 2023-24 Q2',
    ]);
  });

  it('are told nothing else of but what is entered by hand', () => {
    const rest = clean.filter(({ where }) => where !== 'odd');
    expect(
      rest.filter(({ where, says }) => where !== 'no measure' || !says.startsWith('riia-03, ')),
    ).toEqual([]);
  });

  it('have all that can be planted', () => {
    expect([...KINDS].sort()).toEqual(Object.keys(PLANTS).sort());
  });

  it.each(KINDS)('are told of what is planted, where it is: %s', (kind) => {
    const found = PLANTED.filter((plant) => plant.kind === kind).flatMap((plant) =>
      sentencesOf(plant, COUNTRY),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const sentence of found) {
      const told = added.filter((one) => isTold(one, sentence));
      if (sentence.times === null) continue;
      expect(told.length, `${sentence.where} ${sentence.area}: ${sentence.says}`).toBe(
        sentence.times,
      );
    }
  });

  it('are told of nothing else', () => {
    const sentences = PLANTED.flatMap((plant) => sentencesOf(plant, COUNTRY));
    expect(added.filter((one) => !sentences.some((each) => isTold(one, each)))).toEqual([]);
    // Of a quarter that did not come in nothing can be odd, and who sends an extract’s figures has all measures.
    const mended = (one: Told) =>
      PLANTED.some(({ kind, area }) => {
        if (area !== one.area) return false;
        return ABSENT.includes(kind) || (one.where === 'no measure' && EXTRACTS.includes(kind));
      });
    expect(gone.filter((one) => !mended(one))).toEqual([]);
  });

  it('are not kept where they are about single children', () => {
    const files = planted.flatMap(({ file }) => (file.kind === 'refused' ? [file] : []));
    const child = files.filter(({ because }) => because === 'about single children');
    expect(child.map(({ sha256 }) => sha256)).toEqual([null, null]);
  });
});

function isTold(
  one: Told,
  { where, area, place, says }: ReturnType<typeof sentencesOf>[number],
): boolean {
  return one.where === where && one.area === area && place.test(one.place) && says.test(one.says);
}

function without(all: readonly Told[], others: readonly Told[]): Told[] {
  const known = new Set(others.map(keyOf));
  return all.filter((one) => !known.has(keyOf(one)));
}

function keyOf(one: Told): string {
  return one.id ?? JSON.stringify(one);
}
