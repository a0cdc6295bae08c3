import { expect, it } from 'vitest';
import { quarterFrom } from './case.ts';
import { inNative } from './native.ts';
import { person } from './rows/person.ts';

const measured = inNative('riia-25');
const QUARTER = '2025-26 Q1'; // 1 April to 30 June 2025
const quarters = ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER];

const request = (id: string | null, day: string | null) => ({
  ehcr_ehcp_request_id: id,
  ehcr_ehcp_req_date: day,
});

it('counts a request on the first and the last day of the quarter, and not on the days beside them', async () => {
  const { figure, records } = await measured(
    {
      ssd_ehcp_requests: [
        request('before', '2025-03-31'),
        request('first', '2025-04-01'),
        request('last', '2025-06-30'),
        request('after', '2025-07-01'),
      ],
    },
    { quarters },
  );
  expect(quarters.map((quarter) => figure('riia-25', 'requests', quarter))).toEqual([0, 0, 1, 2]);
  expect(figure('riia-25', 'requests', `year to ${QUARTER}`)).toBe(3);
  const behind = await records({
    measure: 'riia-25',
    figure: 'requests',
    period: '2025-26 Q1',
    part: 'numerator',
  });
  expect(behind.map(({ recordId, personId }) => [recordId, personId])).toEqual([
    ['first', null], // the table names no child
    ['last', null],
  ]);
});

it('counts each key once, the first row of it, and leaves out what cannot be counted', async () => {
  const { figure, answer } = await measured(
    {
      ssd_ehcp_requests: [
        request('twice', '2025-05-01'),
        request('twice', '2025-05-02'),
        request('first bad', null),
        request('first bad', '2025-05-02'),
        request(null, '2025-05-02'),
        request('after the extract', '2025-07-15'),
      ],
    },
    { quarters: [QUARTER, '2025-26 Q2'] },
  );
  expect(figure('riia-25', 'requests', QUARTER)).toBe(1);
  expect(figure('riia-25', 'requests', '2025-26 Q2')).toBe(0);
  expect(answer.results[0]?.caveats.find(({ kind }) => kind === 'rows left out')?.says).toMatch(
    /^5 requests for an EHC assessment/,
  );
});

it('is nought where the table has rows of which none can be counted', async () => {
  const { figure } = await measured({ ssd_ehcp_requests: [request('a', null)] }, { quarters });
  expect(figure('riia-25', 'requests', QUARTER)).toBe(0);
});

it('is missing without the table or without rows in it, until it is entered by hand', async () => {
  const entry = { measure: 'riia-25', quarter: quarterFrom(QUARTER), parts: { requests: 0 } };
  for (const held of [{}, { ssd_ehcp_requests: [] }]) {
    const tables = { ...held, ssd_person: [person('p', '2015-01-01')] };
    expect((await measured(tables, { quarters })).figure('riia-25', 'requests', QUARTER)).toBe(
      'missing',
    );
    const { figure } = await measured(tables, { quarters, handEntered: [entry] });
    expect(figure('riia-25', 'requests', QUARTER)).toBe(0); // a nought that was entered is a figure
    expect(figure('riia-25', 'requests', '2024-25 Q4')).toBe('missing');
  }
});

it('goes by the table where there is one, and not by what was entered', async () => {
  const entry = { measure: 'riia-25', quarter: quarterFrom(QUARTER), parts: { requests: 9 } };
  const { figure } = await measured(
    { ssd_ehcp_requests: [request('a', '2025-05-01')] },
    { quarters, handEntered: [entry] },
  );
  expect(figure('riia-25', 'requests', QUARTER)).toBe(1);
});
