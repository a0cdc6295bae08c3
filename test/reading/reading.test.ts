import { describe, expect, it } from 'vitest';
import { ageAt, civilOf, dayOf, monthsBefore, parseDay, weekday } from './calendar.ts';
import { carePeriods } from './care-periods.ts';
import type { Row } from './extract.ts';
import { readAll } from './index.ts';
import { endedShortlyBefore, quarterPeriod, yearPeriod } from './periods.ts';
import { spansIn } from './rows.ts';
import { easterSunday, isBankHoliday, workingDays } from './working-days.ts';

const QUARTER = '2025-26 Q1';

type Outcome = number | string | undefined;

/** A count as a number, a ratio as '1 of 2', undefined where there is none. */
function read(
  figure: string,
  tables: Readonly<Record<string, readonly Row[]>>,
  quarter = QUARTER,
  period = quarter,
): Outcome {
  const readings = readAll({ extractDate: '2025-07-14', tables }, [quarter]);
  const found = readings.filter(
    (reading) => `${reading.measure} ${reading.figure}` === figure && reading.period === period,
  );
  expect(found.length).toBeLessThan(2);
  const [reading] = found;
  if (reading === undefined || reading.denominator === null) return reading?.numerator;
  return `${reading.numerator} of ${reading.denominator}`;
}

function episode(id: string, start: string, end: string | null, careId: string | null): Row {
  return {
    clae_cla_episode_id: id,
    clae_person_id: 'p',
    clae_cla_episode_start_date: start,
    clae_cla_episode_ceased_date: end,
    clae_cla_episode_ceased_reason: end === null ? null : `reason ${id}`,
    clae_cla_id: careId,
  };
}

function referral(id: string, date: string, closed: string | null = null): Row {
  return {
    cine_referral_id: id,
    cine_person_id: 'p',
    cine_referral_date: date,
    cine_close_date: closed,
  };
}

function earlyHelp(id: string, start: string, end: string | null, reason = 'Outcome met'): Row {
  return {
    earl_episode_id: id,
    earl_person_id: 'p',
    earl_episode_start_date: start,
    earl_episode_end_date: end,
    earl_episode_end_reason: end === null ? null : reason,
  };
}

function cpPlan(id: string, start: string, end: string | null, heldForAnother = 'N'): Row {
  return {
    cppl_cp_plan_id: id,
    cppl_person_id: 'p',
    cppl_cp_plan_start_date: start,
    cppl_cp_plan_end_date: end,
    cppl_cp_plan_ola: heldForAnother,
  };
}

function legalStatus(id: string, code: string, start: string, end: string | null): Row {
  return {
    lega_legal_status_id: id,
    lega_person_id: 'p',
    lega_legal_status: code,
    lega_legal_status_start_date: start,
    lega_legal_status_end_date: end,
  };
}

describe('calendar', () => {
  it('counts days from 1970 and back', () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(2000, 3, 1)).toBe(11_017);
    expect(dayOf(1969, 12, 31)).toBe(-1);
    for (let day = -40_000; day < 40_000; day += 1) {
      const { year, month, day: ofMonth } = civilOf(day);
      if (dayOf(year, month, ofMonth) !== day) expect.fail(`${day}`);
    }
    expect(weekday(parseDay('2025-07-14'))).toBe(1);
    expect(weekday(parseDay('1969-12-28'))).toBe(0);
  });

  it('goes back 12 and 24 months, to the end of February where there is no 29th', () => {
    expect(monthsBefore(parseDay('2024-02-29'), 12)).toBe(parseDay('2023-02-28'));
    expect(monthsBefore(parseDay('2025-02-28'), 12)).toBe(parseDay('2024-02-28'));
    expect(monthsBefore(parseDay('2024-02-29'), 24)).toBe(parseDay('2022-02-28'));
    expect(monthsBefore(parseDay('2025-01-31'), 24)).toBe(parseDay('2023-01-31'));
  });

  it('gives someone born on 29 February a birthday on 1 March', () => {
    const born = parseDay('2008-02-29');
    expect(ageAt(born, parseDay('2026-02-28'))).toBe(17);
    expect(ageAt(born, parseDay('2026-03-01'))).toBe(18);
    expect(ageAt(born, parseDay('2024-02-29'))).toBe(16);
  });
});

describe('working days', () => {
  it('finds Easter', () => {
    expect(easterSunday(2025)).toBe(parseDay('2025-04-20'));
    expect(easterSunday(2024)).toBe(parseDay('2024-03-31'));
    expect(easterSunday(2019)).toBe(parseDay('2019-04-21'));
    expect(easterSunday(1981)).toBe(parseDay('1981-04-19'));
    expect(easterSunday(2038)).toBe(parseDay('2038-04-25'));
  });

  it.each([
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2012, '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26'],
  ])('knows the bank holidays of %i', (year, expected) => {
    const found: string[] = [];
    for (let day = dayOf(year, 1, 1); day < dayOf(year + 1, 1, 1); day += 1) {
      const { month, day: ofMonth } = civilOf(day);
      const two = (part: number): string => String(part).padStart(2, '0');
      if (isBankHoliday(day)) found.push(`${two(month)}-${two(ofMonth)}`);
    }
    expect(found.join(' ')).toBe(expected);
  });

  it('leaves out the first day and counts the last', () => {
    expect(workingDays(parseDay('2025-04-17'), parseDay('2025-04-22'))).toBe(1);
    expect(workingDays(parseDay('2025-04-14'), parseDay('2025-04-14'))).toBe(0);
    expect(workingDays(parseDay('2025-07-04'), parseDay('2025-07-11'))).toBe(5);
  });
});

describe('periods', () => {
  it('puts the fourth quarter and its year where they belong', () => {
    expect(quarterPeriod('2023-24 Q4')).toMatchObject({
      first: parseDay('2024-01-01'),
      last: parseDay('2024-03-31'),
    });
    expect(yearPeriod('2025-26 Q1')).toEqual({
      label: 'year to 2025-26 Q1',
      first: parseDay('2024-07-01'),
      last: parseDay('2025-06-30'),
    });
  });

  it('gives a snapshot table to one quarter', () => {
    const quarters = ['2024-25 Q4', '2025-26 Q1', '2025-26 Q2'];
    const standsFor = (iso: string): string[] =>
      quarters.filter((quarter) => endedShortlyBefore(parseDay(iso), quarter));
    expect(standsFor('2025-06-29')).toEqual([]); // 90 days after 31 March
    expect(standsFor('2025-06-30')).toEqual(['2025-26 Q1']);
    expect(standsFor('2025-07-14')).toEqual(['2025-26 Q1']);
    expect(standsFor('2025-08-31')).toEqual(['2025-26 Q1']); // 62 days after
    expect(standsFor('2025-09-01')).toEqual([]);
  });
});

describe('periods of care', () => {
  const periods = (...rows: Row[]): string[] => {
    const columns = {
      table: 'ssd_cla_episodes',
      key: 'clae_cla_episode_id',
      person: 'clae_person_id',
      start: 'clae_cla_episode_start_date',
      end: 'clae_cla_episode_ceased_date',
    };
    const extract = { extractDate: '2025-07-14', tables: { ssd_cla_episodes: rows } };
    const births = new Map([['p', parseDay('2015-01-01')]]);
    const iso = (day: number): string => {
      const { year, month, day: ofMonth } = civilOf(day);
      return `${year}/${month}/${ofMonth}`;
    };
    return carePeriods(spansIn(extract, births, columns), births).map(
      ({ start, end, ceasedReason }) =>
        `${iso(start)}–${end === null ? 'open' : `${iso(end)} ${ceasedReason ?? ''}`}`,
    );
  };

  it('joins by dates up to the day after, whatever the one id says', () => {
    expect(
      periods(
        episode('b', '2024-02-02', '2024-03-01', 'x'),
        episode('a', '2024-01-01', '2024-02-01', null),
        episode('c', '2024-03-03', null, 'x'),
      ),
    ).toEqual(['2024/1/1–2024/3/1 reason b', '2024/3/3–open']);
  });

  it('keeps two ids apart, and rows without one to themselves', () => {
    expect(
      periods(
        episode('a', '2024-01-01', '2024-02-01', 'x'),
        episode('b', '2024-02-01', '2024-03-01', 'y'),
        episode('c', '2024-06-01', '2024-07-01', 'x'),
        episode('d', '2024-02-15', '2024-02-20', null),
      ),
    ).toEqual([
      '2024/1/1–2024/7/1 reason c',
      '2024/2/1–2024/3/1 reason b',
      '2024/2/15–2024/2/20 reason d',
    ]);
  });

  it('ends an episode left open on the day the next one starts', () => {
    expect(
      periods(
        episode('a', '2024-01-01', null, null),
        episode('b', '2024-02-01', '2024-03-01', null),
        episode('c', '2024-06-01', '2025-08-01', null),
      ),
    ).toEqual(['2024/1/1–2024/3/1 reason b', '2024/6/1–open']);
  });

  it('takes the latest end, and its reason, even from an earlier episode', () => {
    expect(
      periods(
        episode('a', '2024-01-01', '2024-12-31', null),
        episode('b', '2024-02-01', '2024-03-01', null),
        episode('c', '2025-01-01', '2025-01-01', null),
      ),
    ).toEqual(['2024/1/1–2025/1/1 reason c']);
    expect(periods(episode('a', '2014-12-31', null, null))).toEqual([]);
  });
});

describe('measures', () => {
  it('riia-04 counts an earlier referral from 12 months before up to the day before', () => {
    const tables = (earlier: string): Record<string, Row[]> => ({
      ssd_cin_episodes: [referral('new', '2025-04-10'), referral('old', earlier)],
    });
    expect(read('riia-04 repeat', tables('2024-04-10'))).toBe('1 of 1');
    expect(read('riia-04 repeat', tables('2024-04-09'))).toBe('0 of 1');
    expect(read('riia-04 repeat', tables('2025-04-10'))).toBe('0 of 2');
    expect(read('riia-04 repeat', {})).toBe('0 of 0');
  });

  it('lets the first of a doubled key decide, and leaves impossible rows out', () => {
    const ended = { ssd_cin_episodes: [referral('r', '2025-04-10', '2025-04-09')] };
    expect(read('riia-02 referrals', ended)).toBe(0);
    const doubled = [...ended.ssd_cin_episodes, referral('r', '2025-05-10')];
    expect(read('riia-02 referrals', { ssd_cin_episodes: doubled })).toBe(0);
    expect(read('riia-08 open', { ssd_cin_episodes: [referral('r', '2025-04-10')] })).toBe(1);
  });

  it('riia-16 and riia-17 look at own plans that ended on or before the start', () => {
    const tables = (...plans: Row[]): Record<string, Row[]> => ({
      ssd_cp_plans: [cpPlan('new', '2025-05-01', '2025-05-01'), ...plans],
    });
    expect(read('riia-16 repeat_ever', tables())).toBe('0 of 1');
    const old = cpPlan('old', '2020-01-01', '2023-05-01');
    expect(read('riia-17 repeat_2_years', tables(old))).toBe('1 of 1');
    const older = cpPlan('old', '2020-01-01', '2023-04-30');
    expect(read('riia-17 repeat_2_years', tables(older))).toBe('0 of 1');
    expect(read('riia-16 repeat_ever', tables(older))).toBe('1 of 1');
    const other = cpPlan('old', '2020-01-01', '2023-05-01', 'Y');
    expect(read('riia-16 repeat_ever', tables(other))).toBe('0 of 1');
  });

  it('riia-18 leaves respite out, unless another status that starts as late is in force', () => {
    const care = [episode('a', '2025-05-01', null, null)];
    const respite = legalStatus('1', 'V4', '2025-05-01', null);
    const order = legalStatus('2', 'C2', '2025-05-01', '2025-07-01');
    const over = legalStatus('2', 'C2', '2025-05-01', '2025-06-30');
    const tables = (...statuses: Row[]): Record<string, Row[]> => ({
      ssd_cla_episodes: care,
      ssd_legal_status: statuses,
    });
    expect(read('riia-18 children', tables(respite))).toBe(0);
    expect(read('riia-18 children', tables(respite, order))).toBe(1);
    expect(read('riia-18 children', tables(respite, over))).toBe(0);
    expect(read('riia-19 children', tables(respite, over))).toBe(1);
  });

  it('riia-19 and riia-20 see care that goes on the day after under another id', () => {
    const tables = (restart: string): Record<string, Row[]> => ({
      ssd_cla_episodes: [
        episode('a', '2025-01-01', '2025-05-01', 'x'),
        episode('b', restart, null, 'y'),
      ],
    });
    expect(read('riia-19 children', tables('2025-05-02'))).toBe(0);
    expect(read('riia-20 children', tables('2025-05-02'))).toBe(0);
    expect(read('riia-19 children', tables('2025-05-03'))).toBe(1);
    expect(read('riia-20 children', tables('2025-05-03'))).toBe(1);
  });

  it('eh-3 tells an episode again from an episode going on', () => {
    const tables = (end: string): Record<string, Row[]> => ({
      ssd_early_help_episodes: [
        earlyHelp('old', '2024-01-01', end),
        earlyHelp('new', '2025-05-10', '2025-05-10'),
      ],
    });
    expect(read('eh-3 share', tables('2025-05-09'))).toBe('0 of 1');
    expect(read('eh-3 share', tables('2025-05-08'))).toBe('1 of 1');
    expect(read('eh-3 share', tables('2024-05-10'))).toBe('1 of 1');
    expect(read('eh-3 share', tables('2024-05-09'))).toBe('0 of 1');
  });

  it('eh-6 and eh-7 reach 14 days past an end, and 14 before to 28 after a closure', () => {
    const up = (date: string): Record<string, Row[]> => ({
      ssd_early_help_episodes: [earlyHelp('e', '2025-01-01', '2025-04-10')],
      ssd_cin_episodes: [referral('r', date)],
    });
    expect(read('eh-6 by_referral', up('2025-04-24'))).toBe(1);
    expect(read('eh-6 by_referral', up('2025-04-25'))).toBe(0);
    const down = (start: string): Record<string, Row[]> => ({
      ssd_early_help_episodes: [earlyHelp('e', start, null)],
      ssd_cin_episodes: [referral('r', '2024-01-01', '2025-03-20')],
    });
    expect(read('eh-7 either', down('2025-04-17'))).toBe(1);
    expect(read('eh-7 either', down('2025-04-18'))).toBe(0);
    expect(read('eh-7 either', down('2025-03-31'))).toBe(0);
    expect(read('eh-7 either', down('2025-03-06'), '2024-25 Q4')).toBe(1);
    expect(read('eh-7 either', down('2025-03-05'), '2024-25 Q4')).toBe(0);
  });

  it('eh-9 is silent over 5 % unmapped, and years stand beside quarters', () => {
    const closed = Array.from({ length: 19 }, (_, n) =>
      earlyHelp(`${n}`, '2025-01-01', '2025-04-01'),
    );
    const unmapped = (id: string): Row => earlyHelp(id, '2025-01-01', '2025-04-01', 'Ended');
    const some = { ssd_early_help_episodes: [...closed, unmapped('u')] };
    expect(read('eh-9 share', some)).toBe('19 of 20');
    const many = { ssd_early_help_episodes: [...closed, unmapped('u'), unmapped('v')] };
    expect(read('eh-9 share', many)).toBeUndefined();
    expect(read('eh-8 closed', many, '2025-26 Q1', 'year to 2025-26 Q1')).toBe(21);
    expect(read('eh-5 children', many, '2025-26 Q1', 'year to 2025-26 Q1')).toBeUndefined();
  });
});
