import fc from 'fast-check';
import type { Tables } from './case.ts';
import { randomCare } from './random-care.ts';
import { after, fewDays, onwards } from './random-days.ts';
import { randomEducation } from './random-education.ts';
import { type Extract, movedElsewhere, randomElsewhere } from './random-elsewhere.ts';
import { type Drawn, child, key, rows } from './random-rows.ts';
import { randomSocialCare } from './random-social-care.ts';
import { randomStories, withRows } from './random-stories.ts';

interface RandomExtract extends Extract {
  readonly extractDate: string;
}

/** Mostly a fortnight after the quarter; also on its last day, and on the last day it may stand for it, and the day after. */
const EXTRACT_DATES = [
  '2025-07-14',
  '2025-07-14',
  '2025-06-30',
  '2025-06-30',
  '2025-08-31',
  '2025-09-01',
];

const BIRTHS = [
  '2003-06-30',
  '2003-07-01',
  '2006-07-01',
  '2007-06-30',
  '2007-07-01',
  '2008-02-29',
  '2008-06-30',
  '2008-07-01',
  '2012-05-05',
  '2015-05-05',
];

/** What early help of another system says of the same children: one puts whatever happened more than 280 days before it. */
const OTHER_BIRTHS = ['2012-05-05', '2026-04-20'];

/** Random small extracts of a few children, as SSD tables of clean values, thick with edges and contradictions. */
export const randomExtracts: fc.Arbitrary<RandomExtract> = fewDays.chain((certain) =>
  fc
    .record({
      extractDate: fc.constantFrom(...EXTRACT_DATES),
      tables: tablesOn({
        certain,
        day: fc.option(certain, { freq: 12 }),
        end: fc.option(certain, { freq: 2 }),
      }),
      elsewhere: randomElsewhere(fc.option(fc.oneof(fc.constantFrom(...OTHER_BIRTHS), certain))),
    })
    .map(({ extractDate, tables, elsewhere }) => ({
      extractDate,
      ...movedElsewhere(tables, elsewhere),
    })),
);

function tablesOn(drawn: Drawn): fc.Arbitrary<Tables> {
  const tables = fc.record({
    ...people(drawn),
    ...randomSocialCare(drawn),
    ...randomCare(drawn),
    ...earlyHelp(drawn),
    ...randomEducation(drawn),
  });
  return fc.tuple(tables, randomStories(drawn)).map(([rows, story]) => withRows(rows, story));
}

function people({ certain }: Drawn) {
  const comesOfAge = certain.map((day) => onwards(day, { months: -18 * 12 }));
  // Mostly long before anything happens: a birth near the events puts most of them out.
  const born = fc.option(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...BIRTHS) },
      { weight: 2, arbitrary: comesOfAge },
      { weight: 2, arbitrary: certain },
      { weight: 2, arbitrary: after(certain, 279, 280, 281) },
    ),
    { freq: 8 },
  );
  return {
    ssd_person: rows(
      {
        pers_person_id: child,
        pers_dob: born,
        pers_sex: fc.constant(null),
        pers_ethnicity: fc.constant(null),
      },
      4,
    ),
  };
}

function earlyHelp({ day, end }: Drawn) {
  // Mostly mapped: where more than 1 in 20 are not, the outcomes met are not given at all.
  const reason = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom('Outcome met', 'Stepped up to social care', 'Disengaged'),
    },
    { weight: 1, arbitrary: fc.constantFrom('Closed after review', null) },
  );
  return {
    ssd_early_help_episodes: rows(
      {
        earl_episode_id: key('h'),
        earl_person_id: child,
        earl_episode_start_date: day,
        earl_episode_end_date: end,
        earl_episode_end_reason: reason,
      },
      10,
    ),
  };
}
