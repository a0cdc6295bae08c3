import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNative } from '../../build/native.ts';
import { reasonInWords, reconciledInWords } from '../../src/app/reconcile-words.ts';
import type { Database } from '../../src/engine/database.ts';
import { reconcile } from '../../src/measure/reconcile.ts';
import type { Listed, ReconcileAsked, Reconciled } from '../../src/model/reconcile.ts';
import { spec } from '../../src/spec/spec.ts';
import { type Tables, caseOf, layCases, quarterFrom } from './case.ts';
import { careEpisode, legalStatus } from './rows/care.ts';
import { person } from './rows/person.ts';
import { assessment, cpPlan, referral } from './rows/social-care.ts';

let database: Database;
beforeAll(async () => {
  database = await openNative();
  await layCases(database, spec);
});
afterAll(() => database.close());

const QUARTER = quarterFrom('2025-26 Q1'); // 1 April to 30 June 2025

const RATIOS = ['riia-04', 'riia-07'];

/** Holds what is pasted against new child protection plans, or what else is asked; gives what came of it in words. */
async function compared(tables: Tables, pasted: string, more: Partial<ReconcileAsked> = {}) {
  const { report } = await caseOf(database, spec, tables, { quarters: [QUARTER] });
  const plans = { measure: 'riia-14', figure: 'new', part: 'numerator', ids: null } as const;
  const asked = { ...plans, period: QUARTER, pasted, ...more };
  const found = await reconcile({ database, spec, tables: report.tables }, asked);
  return inWords(found, RATIOS.includes(asked.measure));
}

function inWords(found: Reconciled, ratio: boolean) {
  const told = { period: QUARTER, ratio };
  return {
    found,
    both: entries(found.both).map(({ recordId }) => recordId),
    onlyHere: entries(found.onlyHere).map(({ recordId, personId, day }) => [
      recordId,
      personId,
      day,
    ]),
    onlyTheirs: entries(found.onlyTheirs).map(({ id, recordId, reason, dated }) => [
      id,
      recordId,
      reasonInWords(reason, told, dated),
    ]),
    reasons: found.reasons.map(({ reason, ids }) => [ids, reasonInWords(reason, told)]),
  };
}

function entries<T>(list: Listed<T>): T[] {
  return Array.from({ length: list.length }, (_, index) => list.at(index));
}

describe('a list of record ids', () => {
  const tables = {
    ssd_cp_plans: [
      cpPlan('1', '2025-04-01', null),
      cpPlan('2', '2025-06-30', null, { cppl_person_id: 'q' }),
      cpPlan('3', '2025-03-31', null),
      cpPlan('4', '2025-05-01', null, { cppl_cp_plan_ola: 'Y' }),
      cpPlan('5', null, null),
      cpPlan('6', '2025-07-01', null),
      cpPlan('7', '2025-05-01', '2025-04-30'),
      cpPlan('8', '2025-02-01', null),
    ],
  };

  it('is parted into what is in both, only here and only theirs, with the rule for each', async () => {
    const { found, ...words } = await compared(tables, '1\n3\n4\n5\n6\n7\n8\n9');
    expect(words).toEqual({
      both: ['1'],
      onlyHere: [['2', 'q', '2025-06-30']],
      onlyTheirs: [
        ['3', '3', 'It started before April to June 2025.'], // two of them: the most frequent stands first
        ['8', '8', 'It started before April to June 2025.'],
        ['4', '4', 'It is held for another local authority.'],
        ['6', '6', 'It started after April to June 2025.'],
        [
          '7',
          '7',
          'It is in the extract, but cannot be counted in any period: child protection plan with an end before the start.',
        ],
        [
          '5',
          '5',
          'It is in the extract, but cannot be counted in any period: child protection plan with no date.',
        ],
        ['9', null, 'It is not in the extract: no child protection plan and no child has this id.'],
      ],
      reasons: [
        [2, 'It started before April to June 2025.'],
        [1, 'It is held for another local authority.'],
        [1, 'It started after April to June 2025.'],
        [
          1,
          'It is in the extract, but cannot be counted in any period: child protection plan with an end before the start.',
        ],
        [
          1,
          'It is in the extract, but cannot be counted in any period: child protection plan with no date.',
        ],
        [1, 'It is not in the extract: no child protection plan and no child has this id.'],
      ],
    });
    expect(found).toMatchObject({ ids: 'record', idsInBoth: 1, idsOnlyTheirs: 7 });
  });

  it.each([
    ['lines of either kind', '1\r\n2\n\n', 2, 2],
    ['commas, semicolons and tabs', '1, 2;3\t4', 4, 4],
    ['quotes and spaces about them', ' "1" ,\'2\'', 2, 2],
    ['a spreadsheet’s way with numbers', '1.0\n2.00', 2, 2],
    ['the same id more than once', '1\n1\n1.0\n2', 4, 2],
    ['words that stand for nothing', '1\nNULL\n2', 2, 2],
    ['noughts in front', '0001\n00002', 2, 2],
    ['a spreadsheet’s way with long numbers', '1\n2E+00\n1.23457E+11', 3, 3],
  ])('may have %s', async (_, pasted, given, distinct) => {
    const { found } = await compared(tables, pasted);
    expect(found).toMatchObject({ given, distinct, headed: false });
    expect(found.idsInBoth).toBe(pasted.includes('2') ? 2 : 1);
  });

  it('are found where a spreadsheet took the noughts off their front, or a system wrote them', async () => {
    const written = {
      ssd_cp_plans: [cpPlan('00017', '2025-04-01', null), cpPlan('18', '2025-04-01', null)],
    };
    const { both, found } = await compared(written, '17\n0018');
    expect(both).toEqual(['17', '18']);
    expect(found).toMatchObject({ idsInBoth: 2, idsOnlyTheirs: 0 });
  });

  it('may have a heading, which is none of the ids', async () => {
    const { found } = await compared(tables, 'cppl_cp_plan_id\n1\n2');
    expect(found).toMatchObject({ headed: true, given: 2, idsInBoth: 2, idsOnlyTheirs: 0 });
    const second = await compared(tables, '1\ncppl_cp_plan_id\n2');
    expect(second.found).toMatchObject({ headed: false, given: 3, idsOnlyTheirs: 1 });
  });

  it('says so where all is the same', async () => {
    const { found } = await compared(tables, '1\n2\n2');
    expect(reconciledInWords(found)).toEqual({
      whole: 'The same: all 2 record ids of yours and all 2 records here are in both.',
      noticed: [
        'Your list was read as record ids.',
        '1 entry repeats an id that stands above. Each id is compared once.',
      ],
    });
  });

  it('must hold an id, and no more than can be compared', async () => {
    await expect(compared(tables, ' ,;\n')).rejects.toThrow('There are no ids in what you pasted.');
    await expect(compared(tables, '1\n'.repeat(500_001))).rejects.toThrow(
      'You pasted 500,001 ids, and at most 500,000 can be compared at once.',
    );
  });
});

describe('a list of child ids', () => {
  const tables = {
    ssd_person: [
      person('10', '2015-01-01'),
      person('11', '2015-01-01'),
      person('12', '2015-01-01'),
    ],
    ssd_cp_plans: [
      cpPlan('901', '2025-04-01', '2025-04-30', { cppl_person_id: '10' }),
      cpPlan('902', '2025-06-01', null, { cppl_person_id: '10' }),
      cpPlan('903', '2024-06-01', '2024-07-01', { cppl_person_id: '11' }),
      cpPlan('904', '2025-06-01', null, { cppl_person_id: '11', cppl_cp_plan_ola: 'Y' }),
      cpPlan('905', null, null, { cppl_person_id: '11' }),
    ],
  };

  it('matches all of a child’s records, and tells every row of a child that has none, the furthest first', async () => {
    const { found, both, onlyHere, onlyTheirs, reasons } = await compared(tables, '10\n11\n12\n13');
    expect(found).toMatchObject({ ids: 'child', idsInBoth: 1, idsOnlyTheirs: 3 });
    expect([both, onlyHere]).toEqual([['901', '902'], []]);
    expect(onlyTheirs).toEqual([
      ['11', '904', 'It is held for another local authority.'], // in the period: further than the other
      ['11', '903', 'It started before April to June 2025.'],
      [
        '11',
        '905',
        'It is in the extract, but cannot be counted in any period: child protection plan with no date.',
      ],
      ['12', null, 'The child is in the extract, but with no child protection plan.'],
      ['13', null, 'It is not in the extract: no child protection plan and no child has this id.'],
    ]);
    expect(reasons.map(([ids]) => ids)).toEqual([1, 1, 1]); // an id counts once, by its foremost row
  });

  it('is told by what it matches, where record ids and child ids look alike; the person has the last word', async () => {
    const alike = {
      ssd_cp_plans: [
        cpPlan('1', '2025-04-01', null, { cppl_person_id: '3' }),
        cpPlan('2', '2025-04-02', null, { cppl_person_id: '4' }),
        cpPlan('3', '2024-04-01', null, { cppl_person_id: '1' }),
        cpPlan('4', '2024-04-02', null, { cppl_person_id: '2' }),
      ],
    };
    expect((await compared(alike, '1\n2')).found).toMatchObject({ ids: 'record', idsInBoth: 2 });
    expect((await compared(alike, '3\n4')).found).toMatchObject({ ids: 'child', idsInBoth: 2 });
    const chosen = await compared(alike, '3\n4', { ids: 'record' });
    expect(chosen.found).toMatchObject({ ids: 'record', idsInBoth: 0 });
  });
});

describe('a ratio', () => {
  const tables = {
    ssd_cin_assessments: [
      assessment('in time', '2025-04-01', '2025-04-10'),
      assessment('late', '2025-01-06', '2025-04-10'),
      assessment('no start', null, '2025-04-10'),
      assessment('open', '2025-04-01', null),
    ],
  };
  const asked = { measure: 'riia-07', figure: 'from_start' } as const;

  it('tells for its numerator what is one of all and does not count, and with which day', async () => {
    const pasted = 'in time\nlate\nno start\nopen';
    const { onlyTheirs } = await compared(tables, pasted, { ...asked, part: 'numerator' });
    expect(onlyTheirs).toEqual([
      [
        'late',
        'late',
        'It is one of all of them, but not of those that count. It was authorised more than 45 working days after it started (on 6 January 2025).',
      ],
      ['no start', 'no start', 'It is not one of them at all. It has no start date.'],
      ['open', 'open', 'It had not been authorised on the day of the extract.'],
    ]);
  });

  it('has for its denominator those that count as well', async () => {
    const pasted = 'in time\nno start';
    const { both, onlyHere, onlyTheirs } = await compared(tables, pasted, {
      ...asked,
      part: 'denominator',
    });
    expect(both).toEqual(['in time']);
    expect(onlyHere).toEqual([['late', 'p', '2025-04-10']]);
    expect(onlyTheirs.map(([id]) => id)).toEqual(['no start']);
  });
});

describe('children that are counted once', () => {
  it('are found by their child id, by any episode of their care, and left out by their legal status', async () => {
    const tables = {
      ssd_person: ['p', 'q', 'r'].map((id) => person(id, '2015-01-01')),
      ssd_legal_status: [legalStatus('l', 'q', 'V4', '2025-01-01', null)],
      ssd_cla_episodes: [
        careEpisode('p 1', 'p', '2025-01-01', '2025-03-01'),
        careEpisode('p 2', 'p', '2025-03-01', null),
        careEpisode('q 1', 'q', '2025-02-01', null),
        careEpisode('r 1', 'r', '2025-02-01', '2025-06-30', {
          clae_cla_episode_ceased_reason: 'E4A',
        }),
      ],
    };
    const asked = { measure: 'riia-18', figure: 'children' } as const;
    const byEpisode = await compared(tables, 'p 2\nq 1\nr 1', asked);
    expect(byEpisode.found).toMatchObject({ ids: 'record', idsInBoth: 1 });
    expect(byEpisode.both).toEqual(['p 1']); // the record of the period of care that the second episode is in
    const byChild = await compared(tables, 'p\nq\nr', asked);
    expect(byChild.found).toMatchObject({ ids: 'child', idsInBoth: 1 });
    const left = [
      "The child's legal status on 30 June 2025 was V3 or V4 (short breaks).",
      'It had ended by 30 June 2025 (on 30 June 2025).',
    ];
    expect(byEpisode.onlyTheirs.map(([, , says]) => says)).toEqual(left);
    expect(byChild.onlyTheirs.map(([, , says]) => says)).toEqual(left);
  });

  it('leave out their other records, which are told by the one that counts', async () => {
    const tables = {
      ssd_cin_episodes: [referral('r1', '2025-01-01'), referral('r2', '2025-02-01')],
    };
    const asked = { measure: 'riia-08', figure: 'open' } as const;
    const { both, onlyTheirs } = await compared(tables, 'r1\nr2', asked);
    expect(both).toEqual(['r2']);
    expect(onlyTheirs).toEqual([
      ['r1', 'r1', 'The child counts once, by the open referral that is dated last.'],
    ]);
  });
});

it('takes a list of many pieces, ids cut by none of them, and keeps nothing of it', async () => {
  const plans = Array.from({ length: 20_000 }, (_, nth) =>
    cpPlan(`plan ${nth}`, '2025-04-01', null),
  );
  const tables = { ssd_cp_plans: plans };
  const { found } = await compared(tables, plans.map((plan) => plan['cppl_cp_plan_id']).join('\n'));
  expect(found).toMatchObject({ distinct: 20_000, idsInBoth: 20_000, idsOnlyTheirs: 0 });
  await expect(compared(tables, ';')).rejects.toThrow('There are no ids');
  const left = await database.rows(
    `select count(*)::integer as tables from duckdb_tables() where table_name like 'pasted%'`,
  );
  expect(left.at(0)).toEqual({ tables: 0 });
});

it('has no records where a measure is entered by hand', async () => {
  const tables = { ssd_cp_plans: [cpPlan('1', '2025-04-01', null)] };
  await expect(compared(tables, '1', { measure: 'riia-24' })).rejects.toThrow(
    'There are no records to compare with.',
  );
});
