import { describe, expect, it } from 'vitest';
import { withoutSmall } from '../small-numbers.ts';
import type { Observation } from '../../../src/model/observation.ts';
import { Problem } from '../../../src/model/problem.ts';
import type { Return, ReturnForm } from '../../../src/model/return.ts';
import type { SafeObservations } from '../../../src/model/safe-observations.ts';
import { writeReturn } from '../../../src/return/write.ts';
import {
  OBSERVATIONS,
  POLICY,
  TERMS,
  cellOf,
  collatorReturnOf,
  count,
  observed,
  percentage,
  returnOf,
  shareable,
} from './observations.ts';
import { unzip } from './unzip.ts';

const FORMS = ['package', 'workbook', 'csv', 'json'] as const satisfies readonly ReturnForm[];

/** All that a person who takes the file apart can read. */
async function readableText(contents: Return, form: ReturnForm): Promise<string> {
  const { bytes } = await writeReturn(contents, TERMS, form);
  if (form === 'csv' || form === 'json') return new TextDecoder().decode(bytes);
  return [...(await unzip(bytes)).values()].join('\n');
}

describe('a return as a file', () => {
  it('is named for its authority, quarter, version, kind and state', async () => {
    const names = async (contents: Return) =>
      Promise.all(FORMS.map(async (form) => (await writeReturn(contents, TERMS, form)).name));
    expect(await names(returnOf())).toEqual([
      'quarterlight_Exampleshire_000_2025-26-Q1_v1_shareable_DRAFT.zip',
      'quarterlight_Exampleshire_000_2025-26-Q1_v1_shareable_DRAFT.xlsx',
      'quarterlight_Exampleshire_000_2025-26-Q1_v1_shareable_DRAFT.csv',
      'quarterlight_Exampleshire_000_2025-26-Q1_v1_shareable_DRAFT.json',
    ]);
    const signedOff = { role: 'Head of performance', on: '2025-07-20' } as const;
    expect((await names(collatorReturnOf(undefined, { signedOff, version: 3 })))[0]).toBe(
      'quarterlight_Exampleshire_000_2025-26-Q1_v3_collator_NEVER-TO-BE-PUBLISHED.zip',
    );
  });

  it.each(['../é:0*', 'Bristol, City of', "King's Lynn & *?", ''])(
    'has a name that is safe on every file system: %j',
    async (name) => {
      const written = await writeReturn(
        returnOf([], { authority: { code: '000', name } }),
        TERMS,
        'csv',
      );
      expect(written.name).toMatch(/^quarterlight_[A-Za-z0-9._-]+$/);
      expect(written.name).not.toContain('..');
    },
  );

  it('has the media type of its form', async () => {
    const written = await Promise.all(FORMS.map((form) => writeReturn(returnOf(), TERMS, form)));
    expect(written.map(({ mediaType }) => mediaType)).toEqual([
      'application/zip',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'text/csv;charset=utf-8',
      'application/json',
    ]);
  });

  it.each(FORMS)('bears the mark of a complete return: %s', async (form) => {
    const text = await readableText(collatorReturnOf(), form);
    expect(text).toContain('NEVER TO BE PUBLISHED');
    expect(text).toContain('North sharing agreement');
    // A package's schema names both marks.
    const shared = (await readableText(returnOf(), form)).replace('"NEVER TO BE PUBLISHED"\n', '');
    expect(shared).not.toContain('NEVER TO BE PUBLISHED');
  });
});

describe('what is about one child', () => {
  const ABOUT_A_CHILD = {
    person_id: 'PLANTED-PERSON',
    recordId: 'PLANTED-RECORD',
    date_of_birth: 'PLANTED-BIRTH',
  };
  const plant = <T extends object>(into: T): T => ({ ...into, ...ABOUT_A_CHILD });

  function planted(): Return {
    const plain = returnOf(
      OBSERVATIONS.map((o) =>
        plant({ ...o, outcome: plant(o.outcome), cell: o.cell && plant(o.cell) }),
      ),
    );
    return plant({
      ...plain,
      authority: plant(plain.authority),
      settings: plain.settings.map(plant),
      caveats: plain.caveats.map(({ caveat, ...rest }) =>
        plant({ ...rest, caveat: plant(caveat) }),
      ),
    });
  }

  it.each(FORMS)('is in no return, even where it was planted: %s', async (form) => {
    const text = await readableText(planted(), form);
    expect(text).toContain('Exampleshire');
    expect(text).not.toContain('PLANTED');
    expect(text).not.toMatch(/person_?id|record_?id|date_?of_?birth|\bdob\b|\bupn\b/i);
    expect(text).toBe(await readableText(returnOf(), form));
  });

  it.each(FORMS)('cannot be told from a withheld cell: %s', async (form) => {
    const of = (values: readonly number[]) =>
      returnOf([
        observed('riia-02', 'referrals', count(values[0] ?? 0)),
        observed('riia-04', 'repeat', percentage(values[1] ?? 0, values[2] ?? 0)),
      ]);
    const some = await readableText(of([1, 3, 777]), form);
    expect(some).toContain('Withheld to protect children');
    expect(some).not.toContain('777');
    expect(await readableText(of([5, 2, 4]), form)).toBe(some);
  });
});

describe('a return that must not be written', () => {
  const referrals = (value: number, rest: Partial<Observation> = {}) =>
    observed('riia-02', 'referrals', count(value), rest);
  const small = withoutSmall([referrals(3)], { ...POLICY, withheldTo: 0 });
  const of = (observations: SafeObservations, audited: SafeObservations): Return => ({
    ...returnOf(),
    treatment: shareable(audited),
    observations,
  });
  const nothing = withoutSmall([], POLICY);

  it.each<[string, Return, string]>([
    ['a small number got through', of(small, small), 'must be withheld'],
    ['the audit is of others', of(withoutSmall([referrals(9)], POLICY), nothing), 'the audit'],
    [
      'no agreement is named',
      { ...collatorReturnOf(), treatment: { kind: 'collator', agreement: ' ' }, observations: [] },
      'agreement',
    ],
    ['another authority’s figure', returnOf([referrals(9, { area: '301' })]), 'another authority'],
    ['a figure twice', returnOf([referrals(9), referrals(10)]), 'twice'],
    [
      'a ratio over nothing',
      returnOf([observed('riia-04', 'repeat', percentage(0, 0))]),
      'not a number',
    ],
    ['a time of no zone', returnOf([], { made: '2025-07-14T09:30:00' }), 'when it is made'],
    ['a measure of no definition', returnOf([{ ...referrals(9), measure: 'riia-99' }]), 'defines'],
    ['a figure of no definition', returnOf([{ ...referrals(9), figure: 'repeat' }]), 'defines'],
    ['a cell of no breakdown', returnOf([referrals(9, cellOf('age', 'over_90'))]), 'defines'],
  ])('%s', async (_, contents, words) => {
    for (const form of FORMS) {
      const written = writeReturn(contents, TERMS, form);
      await expect(written).rejects.toThrow(Problem);
      await expect(writeReturn(contents, TERMS, form)).rejects.toThrow(words);
    }
  });
});
