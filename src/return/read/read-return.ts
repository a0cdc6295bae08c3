import { sha256 } from '../../files/sha256.ts';
import { Problem } from '../../model/problem.ts';
import type { ReadReturn, ReturnDocument } from '../../model/return-document.ts';
import { inReadingOrder } from '../reading-order.ts';
import { sealOf } from '../seal.ts';
import { ratiosOf, releaseOf, rowsAbout, statusOf } from '../status.ts';
import { checkKnown } from './check-known.ts';
import { checkSums } from './check-sums.ts';
import { checkWithheld } from './check-withheld.ts';
import type { KnownTerms } from './known.ts';
import { isPack } from './open-pack.ts';
import { openReturn } from './open-return.ts';
import type { Opened } from './opened.ts';
import { readRows } from './read-rows.ts';
import { Remarks } from './remarks.ts';
import { checkRepeats } from './repeats.ts';
import { quoted, refusal } from './shape.ts';

const ASK = 'Ask whoever sent it for the file as Quarterlight wrote it.';

/**
 * Takes a file, its name and what it is held against (and the same file as a Blob, where there is one that was looked into before);
 * gives the return that it holds, whichever of the four forms it is, and what is to be said of it. Throws a Problem where it is no return, or is about single children.
 */
export async function readReturn(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  known: KnownTerms,
  content: Blob = new Blob([bytes]),
): Promise<ReadReturn> {
  const childColumns = new Set(known.childColumns);
  const opened = await openReturn({ name, content, childColumns }).catch(
    async (thrown: unknown) => {
      throw (await isPack(content)) ? noReturnButPack(name, thrown) : thrown;
    },
  );
  const remarks = new Remarks();
  const document = documentIn(opened, remarks);
  const sealed = await checkSeal(document, opened, remarks);
  checkWithheld(document, known, remarks);
  checkSums(document, remarks);
  checkKnown(document, known, remarks);
  opened.checkSheets?.(document, remarks);
  return {
    name,
    form: opened.form,
    sha256: await sha256(bytes),
    document,
    asWritten: sealed && !remarks.has('not read', 'changed'),
    remarks: remarks.all(),
  };
}

function documentIn(opened: Opened, remarks: Remarks): ReturnDocument {
  const { definitions, observations: table, read } = opened;
  const { about } = read;
  const of = { definitions, breakdowns: about.breakdowns, areas: new Set([about.authority.code]) };
  const rows = readRows(table, of, remarks);
  if (rows.length === 0 && table.rows.length > 0) {
    const first = remarks.all()[0];
    throw refusal('the table of observations', `has no row that can be read. ${first?.says ?? ''}`);
  }
  const observations = rows.map(({ observation }) => observation);
  const document = { ...about, definitions, observations: inReadingOrder(observations, of) };
  checkRepeats(table, rows, { ...rowsAbout(document), ratios: ratiosOf(document) }, remarks);
  return document;
}

/** The seal shows that something changed; what it was, the other checks tell as far as it can be told. */
async function checkSeal(
  document: ReturnDocument,
  { read }: Opened,
  remarks: Remarks,
): Promise<boolean> {
  const { seal, status, release } = read;
  const now = await sealOf(document);
  const mark = `${status}, ${release}`;
  const meant = `${statusOf(document)}, ${releaseOf(document)}`;
  if (mark !== meant) {
    const says = `The file is marked ${quoted(mark)}, and what it says makes it ${quoted(meant)}.`;
    remarks.add('changed', says, ASK);
  }
  if (now.rest !== seal.rest) {
    remarks.add(
      'changed',
      'What the return says beside its figures (whose it is, its settings, definitions, notes and so on) is not what was written.',
      ASK,
    );
  }
  if (now.observations === seal.observations) return now.rest === seal.rest;
  const fewer = seal.withheld - now.withheld;
  if (fewer > 0) {
    const says = `The return was written with ${seal.withheld} withheld figures, and has ${now.withheld}: some that were withheld are gone, or now hold a figure.`;
    remarks.add('changed', says, `Do not publish it. ${ASK}`);
  }
  remarks.add('changed', 'The figures are not those that were written.', ASK);
  return false;
}

function noReturnButPack(name: string, cause: unknown): Problem {
  return new Problem(
    `${name} is a benchmark pack of many authorities, and not a return.`,
    'Open it in Compare, or give it to Collate.',
    cause,
  );
}
