import { expect, it } from 'vitest';
import { inNative } from './native.ts';
import { person } from './rows/person.ts';
import { referral } from './rows/social-care.ts';

const measured = inNative('riia-02');
const QUARTER = '2025-26 Q1';
const YEAR = 'year to 2025-26 Q1';
const isReferrals = ({ measure }: { measure: string }) => measure === 'riia-02';

it('counts a referral on the first and the last day of the quarter, and not on the days beside them', async () => {
  const { figure } = await measured(
    {
      ssd_cin_episodes: [
        referral('before', '2025-03-31'), // the last day of the quarter before
        referral('first', '2025-04-01'),
        referral('last', '2025-06-30'),
        referral('after', '2025-07-01'), // in the extract, and in the quarter that has not ended
      ],
    },
    { quarters: ['2024-25 Q2', '2024-25 Q3', '2024-25 Q4', QUARTER] },
  );
  expect(figure('riia-02', 'referrals', QUARTER)).toBe(2);
  expect(figure('riia-02', 'referrals', '2024-25 Q4')).toBe(1);
  // 1 July 2024 to 30 June 2025: all but the one of July 2025
  expect(figure('riia-02', 'referrals', YEAR)).toBe(3);
});

it('counts what came to nothing, and each key once, the first row of it', async () => {
  const { figure, answer } = await measured(
    {
      ssd_cin_episodes: [
        referral('nfa', '2025-05-01', { cine_referral_nfa: 'Y' }),
        referral('twice', '2025-05-02'),
        referral('twice', '2025-05-03'),
        referral('first bad', null), // the first row of this key has no date: the key is left out whole
        referral('first bad', '2025-05-04'),
        referral(null, '2025-05-05'), // no key
        referral('nobody', '2025-05-06', { cine_person_id: null }),
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-02', 'referrals', QUARTER)).toBe(2);
  const caveat = answer.results
    .find(isReferrals)
    ?.caveats.find((one) => one.kind === 'rows left out');
  expect(caveat?.says).toBe(
    '5 referrals in the extract are not counted in any period: 2 with an identifier met before; 1 with no child named; 1 with no date; 1 with no identifier.',
  );
  expect(caveat?.sent).not.toMatch(/\d/);
});

it('counts a referral once though its child is held twice, and goes by the first of the two', async () => {
  const { figure } = await measured(
    {
      ssd_person: [person('p', '2015-06-01'), person('p', '2020-06-01')],
      ssd_cin_episodes: [referral('r', '2025-05-01')],
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-02', 'referrals', QUARTER)).toBe(1);
  expect(figure('riia-02', 'referrals', QUARTER, 'age 5_to_9')).toBe(1); // 9 by the first, 4 by the second
  expect(figure('riia-02', 'referrals', QUARTER, 'age 1_to_4')).toBe(0);
});

it('leaves out what cannot have happened, and counts an unborn child', async () => {
  const { figure } = await measured(
    {
      ssd_person: [person('p', '2026-01-01')],
      ssd_cin_episodes: [
        referral('280 days before birth', '2025-03-27'), // 27 March 2025 + 280 days = 1 January 2026
        referral('281 days before birth', '2025-03-26'),
        referral('closed before made', '2025-03-28', { cine_close_date: '2025-03-27' }),
        referral('closed the same day', '2025-03-28', { cine_close_date: '2025-03-28' }),
        referral('closed after the extract', '2025-03-28', { cine_close_date: '2025-12-01' }), // counts, as open
        referral('after the extract', '2025-07-15'),
      ],
    },
    { quarters: ['2024-25 Q4', '2025-26 Q2'] },
  );
  expect(figure('riia-02', 'referrals', '2024-25 Q4')).toBe(3);
  expect(figure('riia-02', 'referrals', '2025-26 Q2')).toBe(0);
  expect(figure('riia-02', 'referrals', '2024-25 Q4', 'age unborn')).toBe(3);
});

it('puts every referral in one of the eleven sources, so that they add up (riia-03)', async () => {
  const { figure } = await measured(
    {
      ssd_cin_episodes: [
        referral('by code', '2025-05-01', { cine_referral_source_code: '1A' }),
        referral('by code, other letters', '2025-05-01', { cine_referral_source_code: ' 1d ' }),
        referral('by description', '2025-05-01', {
          cine_referral_source_code: '40213', // a local number: the description tells
          cine_referral_source_desc: 'Health  Visitor',
        }),
        referral('code before description', '2025-05-01', {
          cine_referral_source_code: '3B',
          cine_referral_source_desc: 'School',
        }),
        // Bare digits may be a number of the system's own: what describes them comes first.
        referral('description before a number', '2025-05-01', {
          cine_referral_source_code: '7',
          cine_referral_source_desc: 'Police',
        }),
        referral('a number that is described by a local word', '2025-05-01', {
          cine_referral_source_code: '4',
          cine_referral_source_desc: 'The front desk',
        }),
        referral('a number alone', '2025-05-01', { cine_referral_source_code: '4' }),
        referral('no source', '2025-05-01'),
        referral('national unknown', '2025-05-01', { cine_referral_source_code: '10' }),
        referral('local word', '2025-05-01', { cine_referral_source_desc: 'The front desk' }),
      ],
    },
    { quarters: [QUARTER] },
  );
  const source = (cell: string) =>
    figure('riia-02', 'referrals', QUARTER, `referral_source ${cell}`);
  expect(source('individual')).toBe(2);
  expect(source('health')).toBe(2);
  expect(source('police')).toBe(1);
  expect(source('other-legal')).toBe(0);
  expect(source('housing')).toBe(1);
  expect(source('schools')).toBe(0);
  expect(source('unknown')).toBe(4); // no source, the national 10, and the word that is not mapped, alone and beside a number
});

it('gives a rate on the latest mid-year estimate that lies in the past of the quarter', async () => {
  const { answer, figure } = await measured(
    { ssd_cin_episodes: [referral('a', '2024-05-01'), referral('b', '2024-02-01')] },
    { quarters: ['2023-24 Q4', '2024-25 Q1'] },
  );
  expect(figure('riia-02', 'rate', '2024-25 Q1')).toBe('1 of 12000');
  const rates = answer.results.find(isReferrals)?.observations.filter((o) => o.figure === 'rate');
  // 30 June 2024 is the last day of 2024-25 Q1, and after 31 March 2024
  expect(rates?.map((o) => o.denominatorFrom)).toEqual([
    'children aged 0 to 17, mid-2023 estimate',
    'children aged 0 to 17, mid-2024 estimate',
  ]);
});

it('is not available without the table or a column that it needs, and stands with a caveat without one that refines it', async () => {
  const none = await measured({ ssd_person: [person('p', '2020-01-01')] }, { quarters: [QUARTER] });
  expect(none.figure('riia-02', 'referrals', QUARTER)).toBe('not available');
  const undated = await measured(
    { ssd_cin_episodes: [{ cine_referral_id: '1', cine_person_id: 'p' }] },
    { quarters: [QUARTER] },
  );
  expect(undated.figure('riia-02', 'referrals', QUARTER)).toBe('not available');
  const plain = await measured(
    {
      ssd_cin_episodes: [
        { cine_referral_id: '1', cine_person_id: 'p', cine_referral_date: '2025-05-01' },
      ],
    },
    { quarters: [QUARTER] },
  );
  expect(plain.figure('riia-02', 'referrals', QUARTER)).toBe(1);
  const kinds = plain.answer.results.find(isReferrals)?.caveats.map((caveat) => caveat.says);
  expect(kinds).toContain('Sex is not known. The extract has no ssd_person.pers_sex.');
});

it('takes any disability code but none for a disability, however rare', async () => {
  const disability = (of: string, code: string | null) => ({
    disa_person_id: of,
    disa_disability_code: code,
  });
  const { figure } = await measured(
    {
      ssd_person: ['none', 'autism', 'local', 'both', 'empty'].map((id) =>
        person(id, '2015-01-01'),
      ),
      ssd_disability: [
        disability('none', 'NONE'),
        disability('autism', 'AUT'),
        disability('local', 'A word of our own'),
        disability('both', 'None'),
        disability('both', 'VIS'),
        disability('empty', null),
      ],
      ssd_cin_episodes: ['none', 'autism', 'local', 'both', 'empty', 'no row'].map((id) =>
        referral(id, '2025-05-01', { cine_person_id: id }),
      ),
    },
    { quarters: [QUARTER] },
  );
  expect(figure('riia-02', 'referrals', QUARTER, 'disability disabled')).toBe(3);
  expect(figure('riia-02', 'referrals', QUARTER, 'disability unknown')).toBe(3);
});
