import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReturnForm } from '../../../src/model/return.ts';
import { documentOf } from '../../../src/return/document.ts';
import { readReturn } from '../../../src/return/read/read-return.ts';
import { writeReturn } from '../../../src/return/write.ts';
import { KNOWN, TERMS, collatorReturnOf, returnOf } from './observations.ts';
import { randomReturn } from './random-return.ts';

const FORMS = ['package', 'workbook', 'csv', 'json'] as const satisfies readonly ReturnForm[];

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
      const { observations, treatment } = returnOf();
      if (treatment.kind !== 'shareable') throw new Error('not shareable');
      await new Promise((resolve) => setTimeout(resolve, 2100));
      const again = await writeReturn(structuredClone(returnOf()), TERMS, form);
      expect(again).toStrictEqual(once);
      expect(observations.length).toBeGreaterThan(0);
    },
  );
});
