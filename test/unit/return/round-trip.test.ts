import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReturnForm } from '../../../src/model/return.ts';
import { documentOf } from '../../../src/return/document.ts';
import { readReturn } from '../../../src/return/read/read-return.ts';
import { writeReturn } from '../../../src/return/write.ts';
import { spec } from '../../../src/spec/spec.ts';
import { knownTermsOf } from '../../../src/workbench/known-terms.ts';
import { everything } from './everything.ts';
import { KNOWN, OBSERVATIONS, TERMS, collatorReturnOf, returnOf } from './observations.ts';
import { randomReturn } from './random-return.ts';

const FORMS = ['package', 'workbook', 'csv', 'json'] as const satisfies readonly ReturnForm[];

const WHOLE_TERMS = {
  appVersion: '0.1.0',
  measures: spec.measures,
  breakdowns: spec.breakdowns,
  standard: spec.returnStandard,
  notAboutChildren: spec.disclosure.notAboutChildren,
};
/** Every figure of every measure in every cell, for the quarter and the year; they do not add up. */
const WHOLE = collatorReturnOf(everything(spec), {
  settings: [],
  caveats: [],
  notes: [],
  revisions: [],
});

describe('a return that is written and read back', () => {
  it.each(FORMS)('is what it was, and as it was written: %s', async (form) => {
    for (const contents of [returnOf(), collatorReturnOf()]) {
      const { bytes, name } = await writeReturn(contents, TERMS, form);
      const read = await readReturn(bytes, name, KNOWN);
      expect(read.remarks.filter(({ kind }) => kind !== 'wrong')).toEqual([]);
      expect(read.document).toStrictEqual(documentOf(contents, TERMS));
      expect(read).toMatchObject({ form, name, asWritten: true });
    }
  });

  it.each(FORMS)('is what it was with every measure and breakdown: %s', async (form) => {
    const { bytes, name } = await writeReturn(WHOLE, WHOLE_TERMS, form);
    const read = await readReturn(bytes, name, knownTermsOf(spec));
    expect(read.document).toStrictEqual(documentOf(WHOLE, WHOLE_TERMS));
    expect(read.document.observations.length).toBeGreaterThan(3000);
    expect(read.asWritten).toBe(true);
    expect(new Set(read.remarks.map(({ kind }) => kind))).toEqual(new Set(['wrong']));
  });

  it.each(FORMS)(
    'is what it was, whatever it says: %s',
    async (form) => {
      await fc.assert(
        fc.asyncProperty(randomReturn, async (contents) => {
          const { bytes, name } = await writeReturn(contents, TERMS, form);
          const read = await readReturn(bytes, name, KNOWN);
          expect(read.document).toStrictEqual(documentOf(contents, TERMS));
          expect(read.asWritten).toBe(true);
          expect(
            read.remarks.filter(({ kind }) => kind === 'changed' || kind === 'not read'),
          ).toEqual([]);
        }),
        { numRuns: form === 'workbook' ? 25 : 60 },
      );
    },
    60_000,
  );

  it.each(FORMS)(
    'has the same bytes when it is made again, in whatever order: %s',
    async (form) => {
      const once = await writeReturn(returnOf(), TERMS, form);
      // A zip's clock goes in steps of two seconds.
      await new Promise((resolve) => setTimeout(resolve, 2100));
      const turned = returnOf([...OBSERVATIONS].reverse());
      expect(await writeReturn(turned, TERMS, form)).toStrictEqual(once);
    },
  );
});
