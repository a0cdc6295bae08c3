import fc from 'fast-check';
import type { Row, Tables } from './case.ts';
import { educationTables } from './random-education.ts';
import { contactsAndPlans } from './random-social-care.ts';
import { randomCare } from './random-care.ts';

/** Days at which something turns: the ends of quarters, bank holidays, a leap day, the extract and the days beside them. */
const TURNS = [
  '2024-02-28',
  '2024-02-29',
  '2024-03-31',
  '2024-04-01',
  '2024-06-30',
  '2024-07-01',
  '2024-09-30',
  '2024-12-31',
  '2025-01-01',
  '2025-02-28',
  '2025-03-31',
  '2025-04-01',
  '2025-04-18',
  '2025-04-21',
  '2025-05-05',
  '2025-06-30',
  '2025-07-01',
  '2025-07-14',
  '2025-07-15',
];

const MS_A_DAY = 86_400_000;
const START = Date.UTC(2023, 9, 1);
const DAYS = 660;

/** What rules look back or on by, in days, with the days beside: steps up and down, 45 days, also working ones, a year, 280 days. */
const STEPS = [
  -367, -366, -365, -364, -1, 0, 1, 13, 14, 15, 27, 28, 29, 44, 45, 46, 62, 63, 64, 65, 66, 67, 279,
  280, 281,
];

const anyDay = fc.integer({ min: 0, max: DAYS }).map((days) => isoDay(START + days * MS_A_DAY));

/** A few days that the dates of one extract lie on, or stand to in the distances that rules look at. */
const anchors = fc.array(fc.oneof(fc.constantFrom(...TURNS), anyDay), {
  minLength: 2,
  maxLength: 4,
});

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function near(days: readonly string[]): fc.Arbitrary<string> {
  const beside = fc
    .tuple(fc.constantFrom(...days), fc.constantFrom(...STEPS))
    .map(([day, step]) => isoDay(Date.parse(day) + step * MS_A_DAY));
  return fc.oneof({ weight: 6, arbitrary: beside }, { weight: 1, arbitrary: anyDay });
}

const child = fc.option(fc.constantFrom('a', 'b', 'c'), { freq: 20 });
const flag = fc.constantFrom('Y', 'N', null);

/** Keys are few, so that some rows share one, and some have none. */
const key = (prefix: string) =>
  fc.option(
    fc.integer({ min: 1, max: 30 }).map((n) => `${prefix}${n}`),
    { freq: 20 },
  );

const rows = (
  row: Record<string, fc.Arbitrary<string | null>>,
  most: number,
): fc.Arbitrary<Row[]> =>
  fc.array(fc.record(row), { minLength: Math.ceil(most / 2), maxLength: most });

/** Random small extracts of three children, as SSD tables of clean values, thick with edges and contradictions. */
export const randomTables: fc.Arbitrary<Tables> = anchors.chain((days) => tablesAround(near(days)));

function tablesAround(certain: fc.Arbitrary<string>): fc.Arbitrary<Tables> {
  const day = fc.option(certain, { freq: 12 });
  const end = fc.option(certain, { freq: 2 });
  return fc.record({
    ...people(certain),
    ...socialCare(day, end),
    ...contactsAndPlans({ child, flag, day, end, key, rows }),
    ...care(day, end),
    ...earlyHelp(day, end),
    ...educationTables({ rows, key, child, day, end }),
    ...randomCare(certain),
  });
}

type Day = fc.Arbitrary<string | null>;

function people(day: fc.Arbitrary<string>) {
  const turning = [
    '2003-06-30',
    '2003-07-01',
    '2006-07-01',
    '2007-06-30',
    '2007-07-01',
    '2008-02-29',
    '2008-06-30',
    '2008-07-01',
  ];
  // Mostly long before anything happens: a birth near the events puts most of them out.
  const born = fc.option(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...turning, '2012-05-05', '2015-05-05') },
      { weight: 1, arbitrary: day },
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

function socialCare(day: Day, end: Day) {
  return {
    ssd_cin_episodes: rows(
      {
        cine_referral_id: key('r'),
        cine_person_id: child,
        cine_referral_date: day,
        cine_close_date: end,
        cine_close_reason: fc.constantFrom('RC1', 'RC9', null),
        cine_referral_nfa: flag,
        cine_referral_source_code: fc.constantFrom(
          '1A',
          '2A',
          '2B',
          '3F',
          '4',
          '5D',
          '6',
          '7',
          '8',
          '9',
          '10',
          null,
        ),
        cine_referral_source_desc: fc.constant(null),
      },
      10,
    ),
    ssd_cin_assessments: rows(
      {
        cina_assessment_id: key('a'),
        cina_person_id: child,
        cina_referral_id: key('r'),
        cina_assessment_start_date: day,
        cina_assessment_auth_date: day,
      },
      8,
    ),
    ssd_s47_enquiry: rows(
      {
        s47e_s47_enquiry_id: key('s'),
        s47e_person_id: child,
        s47e_s47_start_date: day,
        s47e_s47_end_date: end,
      },
      6,
    ),
  };
}

function care(day: Day, end: Day) {
  return {
    ssd_legal_status: rows(
      {
        lega_legal_status_id: key('l'),
        lega_person_id: child,
        lega_legal_status: fc.constantFrom('C1', 'C2', 'V2', 'V3', 'V4'),
        lega_legal_status_start_date: day,
        lega_legal_status_end_date: end,
      },
      6,
    ),
  };
}

function earlyHelp(day: Day, end: Day) {
  return {
    ssd_early_help_episodes: rows(
      {
        earl_episode_id: key('h'),
        earl_person_id: child,
        earl_episode_start_date: day,
        earl_episode_end_date: end,
        // Mostly mapped: where more than 1 in 20 are not, the outcomes met are not given at all.
        earl_episode_end_reason: fc.oneof(
          {
            weight: 8,
            arbitrary: fc.constantFrom('Outcome met', 'Stepped up to social care', 'Disengaged'),
          },
          { weight: 1, arbitrary: fc.constantFrom('Closed after review', null) },
        ),
      },
      8,
    ),
  };
}
