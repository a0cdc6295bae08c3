import { describe, expect, it } from 'vitest';
import { observationKey } from '../../src/model/observation.ts';
import type { ReadReturn, ReturnDocument } from '../../src/model/return-document.ts';
import type { ReturnForm } from '../../src/model/return.ts';
import { readReturn } from '../../src/return/read/read-return.ts';
import { writeDocument } from '../../src/return/write.ts';
import { KNOWN, TERMS, documentFor } from '../unit/return/observations.ts';
import { returnBytes } from './given.ts';
import { always, harmless, runs } from './harmless.ts';
import {
  byteMutations,
  jsonMutations,
  mutated,
  mutatedJson,
  mutatedText,
  textMutations,
} from './mutate.ts';
import { mutatedZip, zipMutations } from './zips.ts';

const WRITTEN = documentFor();
const GIVEN = {
  csv: await returnBytes('csv'),
  json: await returnBytes('json'),
  package: await returnBytes('package'),
  workbook: await returnBytes('workbook'),
} as const;
const textOf = (form: ReturnForm) => new TextDecoder().decode(GIVEN[form]);

describe('a return of any bytes', () => {
  it('as CSV, is refused, told to be another, or is the one that was written', async () => {
    const csv = textOf('csv');
    await always(textMutations, runs(60, 0.4), (changes) =>
      holdsOf(mutatedText(csv, changes), 'csv'),
    );
  });

  it('as JSON', async () => {
    const json = textOf('json');
    await always(jsonMutations, runs(60, 0.4), (changes) =>
      holdsOf(mutatedJson(json, changes), 'json'),
    );
  });

  it('as a package, its files changed and packed again', async () => {
    await always(zipMutations, runs(20, 0.1), async (changes) =>
      holdsOf(await mutatedZip(GIVEN.package, changes), 'package'),
    );
  });

  it('as a package or a workbook, byte by byte', async () => {
    await always(byteMutations, runs(10, 0.05), async (changes) => {
      await holdsOf(mutated(GIVEN.package, changes), 'package');
      await holdsOf(mutated(GIVEN.workbook, changes), 'workbook');
    });
  });

  it('as a workbook, its parts changed and packed again', async () => {
    await always(zipMutations, runs(10, 0.05), async (changes) =>
      holdsOf(await mutatedZip(GIVEN.workbook, changes), 'workbook'),
    );
  });
});

async function holdsOf(bytes: Uint8Array<ArrayBuffer>, form: ReturnForm): Promise<void> {
  const read = await harmless(() => readReturn(bytes, 'given', KNOWN));
  if (!read) return;
  if (read.asWritten) expect(read.document).toEqual(WRITTEN);
  else expect(read.remarks).not.toEqual([]);
  noFigureGained(read);
  const again = await harmless(() => writeDocument(read.document, TERMS, form));
  if (!again) return;
  const document = await harmless(() => readReturn(again.bytes, again.name, KNOWN));
  expect(document?.document).toEqual(read.document);
}

/** What was withheld holds a figure only where that is told. */
function noFigureGained({ document, remarks }: ReadReturn): void {
  const withheld = new Set(
    WRITTEN.observations.filter(({ outcome }) => outcome.kind === 'withheld').map(keyOf),
  );
  const gained = document.observations.some(
    (one) => withheld.has(keyOf(one)) && one.outcome.kind !== 'withheld',
  );
  if (gained) expect(remarks.some(({ kind }) => kind === 'changed')).toBe(true);
}

function keyOf({ measure, figure, period, cell }: ReturnDocument['observations'][number]): string {
  return `${measure} ${observationKey(figure, period, cell)}`;
}
