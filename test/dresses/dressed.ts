import { openNative } from '../../build/native.ts';
import type { Order } from '../../fixtures/compile.ts';
import type { Dress } from '../../fixtures/dress/dress.ts';
import { CLEAN } from '../../fixtures/dress/dresses.ts';
import { makeDressed } from '../../fixtures/dress/make-dressed.ts';
import type { Database } from '../../src/engine/database.ts';
import { unpack } from '../../src/files/unpack.ts';
import type { GivenFile } from '../../src/model/extract.ts';
import { quartersBetween } from '../../src/model/period.ts';
import { spec } from '../../src/spec/spec.ts';
import { type Case, caseOfFiles, layCases } from '../measures/case.ts';

const ASKED = process.env['QUARTERLIGHT_RUNS'];
/** How many children the authority that is dressed has: small, and still with a plan held for another authority and a child on short breaks. */
const CHILDREN = Number(ASKED ?? 2500);
/** Enough for every column to hold what is personal. */
export const FEW = Number(ASKED ?? 800);
const orderOf = (children: number): Order => ({ children, seed: 14, flaws: 1 });

/** The twelve quarters that are compared. */
export const QUARTERS = quartersBetween('2022-23 Q2', '2025-26 Q1');

/** An extract in a dress that went through the page's own intake and measures, and the engine that holds it. */
export interface Worn {
  readonly database: Database;
  readonly worn: Case;
}

/** Takes a dress, and how many children; makes its files, and takes and measures them as the page would, in an engine of their own. */
export async function wear(dress: Dress = CLEAN, children = CHILDREN): Promise<Worn> {
  const database = await openNative();
  await layCases(database, spec);
  const found = await unpack(await filesIn(dress, children), () => undefined);
  const worn = await caseOfFiles(database, spec, found, {
    words: dress.words,
    reading: dress.reading,
    quarters: QUARTERS,
  });
  return { database, worn };
}

/** Takes a dress, and how many children; gives the files of the authority's extract in it, as they would be dropped on the page. */
export async function filesIn(dress: Dress, children = CHILDREN): Promise<GivenFile[]> {
  const made = await makeDressed(orderOf(children), dress);
  return made.map(({ name, content }) => ({
    path: name,
    file: new File([content], name, {
      lastModified: Date.UTC(2025, 6, 14, 12),
    }),
  }));
}
