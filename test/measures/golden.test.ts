import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { openNative } from '../../build/native.ts';
import { unpack } from '../../src/files/unpack.ts';
import { quarterNearest } from '../../src/measure/availability.ts';
import type { Database } from '../../src/engine/database.ts';
import { type Measure, headlineOf } from '../../src/model/measure.ts';
import type { Observation } from '../../src/model/observation.ts';
import { inBrief, inFull, valueOf } from '../../src/model/outcome.ts';
import { lastEndedBy, quartersBetween } from '../../src/model/period.ts';
import type { HandEntry } from '../../src/model/question.ts';
import { readProfile } from '../../src/profile/profile.ts';
import { spec } from '../../src/spec/spec.ts';
import { type Case, caseOfFiles, layCases } from './case.ts';

const FOLDER = 'public/sample';
const EXTRACT = 'quarterlight-sample-extract-20250714.zip';
const GOLDEN = '../../fixtures/golden/sample.txt';
const GOLDEN_BARE = '../../fixtures/golden/sample-bare.txt';
const EXTRACT_DAY = '2025-07-14';
/** The quarter that the page shows first: the latest that had ended on the day of the extract. */
const DEFAULT = lastEndedBy(EXTRACT_DAY);
const BY_HAND = [24, 25, 26, 27, 28, 29, 30, 31].map((number) => `riia-${number}`);

/** Loads the sample's extract and the files beside it that are named, and measures it with what is entered by hand. */
async function measured(
  database: Database,
  beside: readonly string[],
  handEntered: readonly HandEntry[],
): Promise<Case> {
  const files = [EXTRACT, ...beside].map((name) => {
    return { path: name, file: new File([readFileSync(`${FOLDER}/${name}`)], name) };
  });
  const found = await unpack(files, () => undefined);
  return caseOfFiles(database, spec, found, { handEntered });
}

describe('the sample, with what an authority adds to its extract', () => {
  let sample: Case;

  beforeAll(async () => {
    const database = await openNative();
    await layCases(database, spec);
    const profile = readProfile(readFileSync(`${FOLDER}/profile.json`, 'utf8'), spec);
    sample = await measured(database, ['eh_assessments.csv'], profile.byHand);
    return () => database.close();
  }, 60_000);

  it('gives its golden figures', async () => {
    const lines = sample.answer.results.flatMap((result) =>
      result.observations
        .filter((observation) => observation.cell === null)
        .map(
          (o) => `${o.measure} ${o.figure} ${o.period}: ${inBrief(o.outcome)}${partsOf(o.outcome)}`,
        ),
    );
    const path = fileURLToPath(new URL(GOLDEN, import.meta.url));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(path);
  });

  it('gives a value of each of the 40 measures, and of each of their figures, in the quarter that is shown first', () => {
    expect(spec.measures).toHaveLength(40);
    for (const measure of spec.measures) {
      const found = totalsOf(sample, measure).filter(({ period }) => period === DEFAULT);
      const figures = measure.kind === 'breakdown' ? ['referrals'] : idsOf(measure.figures);
      expect([...new Set(found.map(({ figure }) => figure))], measure.id).toEqual(figures);
      for (const { figure, outcome } of found) {
        expect(valueOf(outcome), `${measure.id} ${figure}: ${inFull(outcome)}`).not.toBeNull();
      }
    }
  });

  it('gives a value of every measure that is worked out, in every quarter, and none fails', () => {
    for (const measure of spec.measures) {
      if (measure.kind !== 'records') continue;
      const result = sample.answer.results.find((candidate) => candidate.measure === measure.id);
      expect(result?.failed, measure.id).toBeNull();
      // The sample leaves these tables empty, as a system does: twelve quarters are entered by hand, and tested below.
      if (result?.observations.every(({ origin }) => origin === 'entered by hand')) continue;
      const headline = headlineOf(measure).id;
      for (const quarter of sample.answer.quarters) {
        // What is held only as at the extract is given for one quarter.
        if (measure.asAtExtract && quarter !== quarterNearest(EXTRACT_DAY)) continue;
        const found = result?.observations.find(
          (o) => o.figure === headline && o.period === quarter && !o.cell,
        );
        expect(found && valueOf(found.outcome), `${measure.id} ${quarter}`).toBeGreaterThan(0);
      }
    }
  });

  it('has what is entered by hand for twelve quarters, and says that it was', () => {
    const entered = sample.answer.results.filter(({ observations }) =>
      observations.every(({ origin }) => origin === 'entered by hand'),
    );
    expect(entered.map(({ measure }) => measure)).toEqual(BY_HAND);
    for (const { measure, observations } of entered) {
      const given = observations.filter(({ outcome }) => valueOf(outcome) !== null);
      expect(given.map(({ period }) => period).sort(), measure).toEqual(
        quartersBetween('2022-23 Q2', DEFAULT),
      );
    }
  });

  it('has a list of as many records as each figure counts, in every quarter and year', async () => {
    let lists = 0;
    for (const { observations } of sample.answer.results) {
      for (const { measure, figure, period, cell, outcome, origin } of observations) {
        if (cell || origin !== 'extract' || outcome.kind === 'not available') continue;
        const asked = { measure, figure, period };
        const counted =
          outcome.kind === 'count'
            ? outcome.value
            : outcome.kind === 'ratio'
              ? outcome.numerator
              : 0;
        const numerator = await sample.records({ ...asked, part: 'numerator' });
        expect(numerator.length, `${measure} ${figure} ${period}`).toBe(counted);
        lists += 1;
        if (outcome.kind !== 'ratio' || outcome.scale !== 100) continue;
        const denominator = await sample.records({ ...asked, part: 'denominator' });
        expect(denominator.length, `${measure} ${figure} ${period}`).toBe(outcome.denominator);
        expect(denominator.filter((record) => record.inNumerator).length).toBe(outcome.numerator);
      }
    }
    expect(lists).toBeGreaterThan(400);
  }, 300_000);

  it('adds up over every breakdown', () => {
    for (const { measure, observations } of sample.answer.results) {
      const sums = new Map<string, number>();
      for (const { figure, period, cell, outcome } of observations) {
        if (!cell || outcome.kind !== 'count') continue;
        const name = `${figure} ${period} ${cell.by}`;
        sums.set(name, (sums.get(name) ?? 0) + outcome.value);
      }
      for (const [name, sum] of sums) {
        const whole = observations.find(
          (o) => !o.cell && name.startsWith(`${o.figure} ${o.period} `),
        );
        expect(whole && valueOf(whole.outcome), `${measure} ${name}`).toBe(sum);
      }
    }
  });
});

describe('the bare extract of the sample', () => {
  let bare: Case;

  beforeAll(async () => {
    const database = await openNative();
    await layCases(database, spec);
    bare = await measured(database, [], []);
    return () => database.close();
  }, 60_000);

  it('gives its golden figures: what is not given in the quarter that is shown first, and why', async () => {
    const lines = spec.measures.flatMap((measure) =>
      totalsOf(bare, measure)
        .filter(({ period, outcome }) => period === DEFAULT && valueOf(outcome) === null)
        .map(({ figure, outcome }) => `${measure.id} ${figure}: ${inFull(outcome)}`),
    );
    const path = fileURLToPath(new URL(GOLDEN_BARE, import.meta.url));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(path);
  });

  it('lacks what no system holds, and nothing else', () => {
    const lacking = spec.measures.filter((measure) =>
      totalsOf(bare, measure)
        .filter(({ period }) => period === DEFAULT)
        .some(({ outcome }) => valueOf(outcome) === null),
    );
    expect(idsOf(lacking)).toEqual([...BY_HAND, 'eh-4']);
    expect(bare.answer.results.filter(({ failed }) => failed !== null)).toEqual([]);
  });
});

function idsOf(named: readonly { readonly id: string }[]): string[] {
  return named.map(({ id }) => id);
}

/** The figures of a measure as wholes; of one that is a breakdown of another, its cells. */
function totalsOf({ answer }: Case, measure: Measure): readonly Observation[] {
  const [id, by] =
    measure.kind === 'breakdown' ? [measure.of, measure.by] : [measure.id, undefined];
  const result = answer.results.find((candidate) => candidate.measure === id);
  return (result?.observations ?? []).filter(({ cell }) => cell?.by === by);
}

function partsOf(outcome: Parameters<typeof inBrief>[0]): string {
  return outcome.kind === 'ratio' ? ` (${outcome.numerator} of ${outcome.denominator})` : '';
}
