import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openNative } from '../../build/native.ts';
import { unpack } from '../../src/files/unpack.ts';
import type { Observation } from '../../src/model/observation.ts';
import { readProfile } from '../../src/profile/profile.ts';
import { spec } from '../../src/spec/spec.ts';
import { caseOfFiles, layCases } from '../measures/case.ts';
import { givenAway } from './given-away.ts';
import { safeReturns } from './page/safe-returns.ts';
import { primariesIn, truthOf, withheldAlone } from './primaries.ts';
import { recovered } from './recovered.ts';

const FOLDER = 'public/sample';
const FILES = ['quarterlight-sample-extract-20250714.zip', 'eh_assessments.csv'];
const QUARTERS = ['2024-25 Q4', '2025-26 Q1'];

/** The policy that is used unless another is chosen; all of them where sizes are full. */
const POLICIES =
  process.env['QUARTERLIGHT_RUNS'] === undefined
    ? spec.disclosure.policies.slice(0, 1)
    : spec.disclosure.policies;

const definitions = {
  measures: spec.measures,
  breakdowns: spec.breakdowns,
  identities: spec.disclosure.identities,
};

describe('the sample’s returns of two quarters', () => {
  let truly: readonly [readonly Observation[], readonly Observation[]] = [[], []];

  beforeAll(async () => {
    const database = await openNative();
    await layCases(database, spec);
    const files = FILES.map((name) => {
      return { path: name, file: new File([readFileSync(`${FOLDER}/${name}`)], name) };
    });
    const profile = readProfile(readFileSync(`${FOLDER}/profile.json`, 'utf8'), spec);
    const found = await unpack(files, () => undefined);
    const sample = await caseOfFiles(database, spec, found, { handEntered: profile.byHand });
    const of = (quarter: string) =>
      sample.answer.results.flatMap(({ observations }) =>
        observations.filter(({ period }) => [quarter, `year to ${quarter}`].includes(period)),
      );
    truly = [of(QUARTERS[0] ?? ''), of(QUARTERS[1] ?? '')];
    return () => database.close();
  }, 300_000);

  it.each(POLICIES)(
    'give no small number away: $title',
    async (policy) => {
      const primaries = primariesIn(truly, policy, definitions);
      const truth = truthOf(truly, definitions);
      const alone = truly.map((rows) => rows.map((row) => withheldAlone(row, policy, definitions)));
      const careless = recovered({ files: alone, policy, definitions, truth }, primaries);
      expect(careless.length).toBeGreaterThan(100);
      const files = await safeReturns(truly, policy);
      expect(givenAway({ files, policy, definitions, truth }, primaries)).toEqual([]);
    },
    600_000,
  );
});
