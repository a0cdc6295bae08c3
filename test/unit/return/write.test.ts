import { describe, expect, it } from 'vitest';
import { withhold } from '../../../src/disclosure/withhold.ts';
import type { Observation } from '../../../src/model/observation.ts';
import { Problem } from '../../../src/model/problem.ts';
import type { Return, ReturnForm } from '../../../src/model/return.ts';
import { writeReturn } from '../../../src/return/write.ts';
import {
  OBSERVATIONS,
  POLICY,
  TERMS,
  count,
  observed,
  percentage,
  returnOf,
} from './observations.ts';
import { unzip } from './unzip.ts';

const FORMS = ['workbook', 'csv', 'json'] as const satisfies readonly ReturnForm[];

/** All that a person who takes the file apart can read. */
async function readableText(contents: Return, form: ReturnForm): Promise<string> {
  const { bytes } = writeReturn(contents, TERMS, form);
  if (form !== 'workbook') return new TextDecoder().decode(bytes);
  return [...(await unzip(bytes)).values()].join('\n');
}

describe('a return as a file', () => {
  it('is named for its state, authority and quarter', () => {
    expect(FORMS.map((form) => writeReturn(returnOf(), TERMS, form).name)).toEqual([
      'DRAFT-NOT-SAFE-TO-SEND_quarterlight_000_2025-26-Q1.xlsx',
      'DRAFT-NOT-SAFE-TO-SEND_quarterlight_000_2025-26-Q1.csv',
      'DRAFT-NOT-SAFE-TO-SEND_quarterlight_000_2025-26-Q1.json',
    ]);
  });

  it('has a name that is safe on every file system, whatever the code', () => {
    const authority = { code: '../é:0*', name: 'X' };
    const { name } = writeReturn(returnOf([], { authority }), TERMS, 'csv');
    expect(name).toMatch(/^[A-Za-z0-9._-]+$/);
    expect(name).not.toContain('..');
  });

  it('has the media type of its form', () => {
    expect(FORMS.map((form) => writeReturn(returnOf(), TERMS, form).mediaType)).toEqual([
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'text/csv;charset=utf-8',
      'application/json',
    ]);
  });

  it.each(FORMS)('is the same, byte for byte, when made again: %s', (form) => {
    const again = structuredClone(OBSERVATIONS);
    expect(writeReturn(returnOf(again), TERMS, form)).toStrictEqual(
      writeReturn(returnOf(), TERMS, form),
    );
  });

  it.each(FORMS)('is written though nothing was found: %s', async (form) => {
    const empty = returnOf([], { caveats: [], settings: [] });
    expect(await readableText(empty, form)).toContain('status');
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
  const nothingWithheld = { ...POLICY, withheldTo: 0 };

  it.each<[string, Return, string]>([
    [
      'a small number got through',
      returnOf([], { observations: withhold([referrals(3)], nothingWithheld) }),
      'must be withheld',
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
  ])('%s', (_, contents, words) => {
    for (const form of FORMS) {
      expect(() => writeReturn(contents, TERMS, form)).toThrow(Problem);
      expect(() => writeReturn(contents, TERMS, form)).toThrow(words);
    }
  });
});
