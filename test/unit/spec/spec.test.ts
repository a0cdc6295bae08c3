import { beforeAll, describe, expect, it } from 'vitest';
import { bindSpec } from '../../../build/bind-spec.ts';
import { readSpec } from '../../../src/spec/reading/read-spec.ts';
import type { Spec } from '../../../src/spec/types.ts';
import { changed, removeCopies } from './broken.ts';
import { ROOT } from './root.ts';

removeCopies();

/** Each binding starts an engine and makes the calendar. */
const BIND_LIMIT_MS = 30_000;

const REFERRALS = 'spec/measures/riia/02-referrals.sql';
const REPEATS = 'spec/measures/riia/04-repeat-referrals.sql';

describe('the specification as it stands', () => {
  let spec: Spec;
  beforeAll(() => {
    spec = readSpec(ROOT);
  });

  it(
    'reads and binds',
    async () => {
      await expect(bindSpec(spec)).resolves.toBeUndefined();
    },
    BIND_LIMIT_MS,
  );

  it('has the views in an order in which each comes after those it reads', () => {
    const places = spec.staging.map((view) => view.id);
    for (const [place, view] of spec.staging.entries()) {
      expect(view.reads.filter((id) => !places.slice(0, place).includes(id))).toEqual([]);
    }
  });

  it('uses a column that is needed, or a key, and no other', () => {
    const used = new Map(
      spec.tables.map(({ name, columns }) => [
        name,
        columns.filter((column) => column.used).map((column) => column.name),
      ]),
    );
    expect(used.get('ssd_person')).toEqual([
      'pers_person_id',
      'pers_sex',
      'pers_ethnicity',
      'pers_dob',
    ]);
    expect(used.get('ssd_cin_episodes')).toContain('cine_referral_date');
    expect(used.get('ssd_ehcp_active_plans')).toEqual(['ehcp_active_ehcp_id']); // needed by what stands in
    const close = 'cine_close_reason: { type: word }';
    const more = changed(
      'spec/ssd/cin_episodes.yaml',
      close,
      `${close}\n  cine_no_measure_needs: { type: word }`,
    );
    const columns = readSpec(more).tables.find(({ name }) => name === 'ssd_cin_episodes')?.columns;
    expect(columns?.find(({ name }) => name === 'cine_no_measure_needs')?.used).toBe(false);
  });

  it('never has a column of names or narrative among those that can be read', () => {
    // Of an outcome the flags that are named are taken, and a word where it is no JSON.
    const columns = spec.tables.flatMap((table) =>
      table.columns.filter(({ type }) => type !== 'outcome').map((column) => column.name),
    );
    expect(
      columns.filter((name) => /(fore|sur)name|json|address|worker|comment|outcome$/.test(name)),
      // Where its words alone are read: JSON is no word, and never enters.
    ).toEqual(['cont_contact_outcome_json']);
  });

  it('knows each table once, as needed or as not needed', () => {
    const names = [...spec.tables.map((table) => table.name), ...spec.tablesNotNeeded];
    expect(names).toEqual([...new Set(names)]);
  });

  it('has every table of the specification with all its columns in order, those that are read and those that are left', () => {
    const order = new Map(spec.specification.map(({ name, columns }) => [name, columns]));
    expect([...order.keys()].filter((name) => spec.tablesNotNeeded.includes(name))).toEqual(
      spec.tablesNotNeeded,
    );
    for (const { name, columns, left } of spec.tables.filter((table) => order.has(table.name))) {
      const names = [...columns.map((column) => column.name), ...left];
      expect(
        order
          .get(name)
          ?.map((column) => column.name)
          .sort(),
        name,
      ).toEqual(names.sort());
    }
    expect(order.get('ssd_contacts')?.slice(0, 3)).toEqual([
      { name: 'cont_contact_id', holds: 'key' },
      { name: 'cont_person_id', holds: 'id' },
      { name: 'cont_contact_date', holds: 'day' },
    ]);
  });

  it('reads each vocabulary by the list that its view names', () => {
    const columns = spec.tables.flatMap((table) => table.columns);
    const listOf = (name: string) => columns.find((column) => column.name === name)?.list;
    expect(listOf('pers_sex')).toBe('sex');
    expect(listOf('cine_referral_source_code')).toBe('referral_source');
    expect(listOf('pers_dob')).toBeNull();
  });

  it('passes the losses of the views and breakdowns that a measure reads on to it', () => {
    const repeats = spec.measures.find((measure) => measure.id === 'riia-04');
    const columns = repeats?.kind === 'records' ? repeats.refines.map(({ column }) => column) : [];
    // From its view, and from its breakdown by sex; what it needs is no refinement.
    expect(columns).toContain('ssd_cin_episodes.cine_close_date');
    expect(columns).toContain('ssd_person.pers_sex');
    expect(columns).not.toContain('ssd_cin_episodes.cine_referral_date');
  });
});

describe('SQL that does not fit says where', () => {
  it.each([
    [
      'an unknown column',
      REFERRALS,
      'r.referral_id as record_id',
      'r.referral_ref as record_id',
      'referral_ref',
    ],
    ['an unknown view', REFERRALS, 'from referral r', 'from referrals r', 'referrals'],
    ['a slip of the pen', REFERRALS, 'select\n', 'selct\n', 'selct'],
    [
      'an unknown column of a table',
      'spec/staging/referral.sql',
      'e.cine_referral_id as',
      'e.cine_ref as',
      'cine_ref',
    ],
    [
      'a figure’s column that the SELECT does not return',
      REPEATS,
      ' as is_repeat',
      ' as is_again',
      'the SELECT returns no column is_repeat, which the header names',
    ],
    [
      'a column that no candidate of the rules has',
      REPEATS,
      'if: c.referral_date >= p.first_day',
      'if: c.referral_day >= p.first_day',
      'referral_day',
    ],
    [
      'an id of rows at fault that is no column',
      'spec/measures/riia/18-children-looked-after.sql',
      'record: episode_id }',
      'record: episode }',
      '"episode"',
    ],
    [
      'a breakdown that the SELECT does not return',
      REFERRALS,
      'r.source_group as referral_source',
      'r.source_group as source',
      'the SELECT returns no column referral_source, which the header names',
    ],
    [
      'a record without its child',
      REFERRALS,
      '  r.person_id,\n',
      '',
      'the SELECT returns no column person_id, which the header names',
    ],
  ])(
    '%s',
    async (_, path, from, to, says) => {
      const spec = readSpec(changed(path, from, to));
      const message = await bindSpec(spec).then(
        () => 'nothing',
        (thrown: unknown) =>
          thrown instanceof Error ? `${thrown.name} ${thrown.message}` : 'no error',
      );
      expect(message.split(': ')[0]).toBe(`SpecProblem ${path}`);
      expect(message).toContain(says);
    },
    BIND_LIMIT_MS,
  );
});
