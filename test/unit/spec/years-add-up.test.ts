import { describe, expect, it } from 'vitest';
import { yearsAddUp } from '../../../src/spec/reading/years-add-up.ts';

const JOIN = 'join period p on c.contact_date between p.first_day and p.last_day';

const FIRST = 'coalesce(c.before < p.first_day, true) as is_first';

describe('a year has the records of its quarters', () => {
  it.each([
    [`select p.period, c.contact_id as record_id from contact c ${JOIN}`],
    [`select p.period, 1 as one -- of each p.first_day\nfrom contact c\n${JOIN} where c.is_new`],
    [
      `select p.period, c.n > (select count(*) from contact group by person_id) from contact c ${JOIN}`,
    ],
    [`with seen as (select distinct person_id from contact) select p.period from seen c ${JOIN}`],
  ])('where a record’s day alone puts it in a period: %s', (sql) => {
    expect(yearsAddUp(sql)).toEqual({ firsts: [] });
  });

  it('where its firsts are told by a day that they give', () => {
    const sql = `select p.period, c.contact_date as event_date, c.before, ${FIRST}\nfrom contact c ${JOIN}`;
    expect(yearsAddUp(sql)).toEqual({ firsts: [{ column: 'is_first', before: 'before' }] });
  });

  it.each([
    [
      'the day of a first is not given',
      `select p.period, c.contact_date as event_date, ${FIRST} from contact c ${JOIN}`,
    ],
    [
      'the day of a first is not given as it is',
      `select p.period, c.contact_date as event_date, c.before + 1 as before, ${FIRST} from contact c ${JOIN}`,
    ],
    [
      'the day of the record is not the one that puts it in its period',
      `select p.period, c.authorised_date as event_date, c.before, ${FIRST} from contact c ${JOIN}`,
    ],
    [
      'a first without one before it is none',
      `select p.period, c.contact_date as event_date, c.before, ${FIRST.replace('true', 'false')} from contact c ${JOIN}`,
    ],
    [
      'a first inside brackets is looked at',
      `select p.period, c.contact_date as event_date, c.before, (select max(x) from (select ${FIRST})) from contact c ${JOIN}`,
    ],
    [
      'its period’s first day is looked at',
      `select p.period, c.before < p.first_day from contact c ${JOIN}`,
    ],
    [
      'it is open on the last day',
      'select p.period from plan c join period p on open_on(c.a, c.b, p.last_day)',
    ],
    [
      'a child counts once',
      `select p.period, c.person_id from contact c ${JOIN} group by p.period, c.person_id`,
    ],
    [
      'rows that are alike count once',
      `select distinct p.period, c.person_id from contact c ${JOIN}`,
    ],
    [
      'a record looks at its neighbours',
      `select p.period, lag(c.x) over (order by c.d) from contact c ${JOIN}`,
    ],
    [
      'one of several is chosen',
      `select p.period from contact c ${JOIN} qualify row_number() over () = 1`,
    ],
    [
      'periods meet inside',
      `with a as (select p.period from contact c ${JOIN}) select period from a`,
    ],
    [
      'two sets are put together',
      `select p.period from contact c ${JOIN} union select p.period from x`,
    ],
    ['the period is looked at twice', `select p.period, p.period in ('x') from contact c ${JOIN}`],
    [
      'other periods are looked at',
      `select p.period from contact c ${JOIN} where exists (select 1 from period)`,
    ],
  ])('and may not where %s', (_, sql) => {
    expect(yearsAddUp(sql)).toBeNull();
  });
});
