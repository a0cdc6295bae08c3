import type { EesTerms } from '../compare/ees-file.ts';
import { isEesFile, readEesFile } from '../compare/ees-file.ts';
import type { FigureColumns } from '../compare/columns.ts';
import { eesColumns } from '../compare/from-ees.ts';
import { packColumns, returnColumns } from '../compare/from-observations.ts';
import type { ReturnRemark } from '../model/return-document.ts';
import type { KnownTerms } from '../return/read/known.ts';
import { isPack } from '../return/read/open-pack.ts';
import { readPack } from '../return/read/read-pack.ts';
import { readReturn } from '../return/read/read-return.ts';

/** What a file that figures are taken from is read by. */
export interface FiguresReadBy {
  readonly known: KnownTerms;
  readonly ees: EesTerms;
  /** The code of the made-up authority that the sample belongs to. */
  readonly sampleAuthority: string;
}

/** The figures of one file, and what must be known of it. */
export interface ReadFigures {
  readonly columns: FigureColumns;
  readonly remarks: readonly ReturnRemark[];
}

/**
 * Takes a file, its name, an id for it and what it is read by; gives the figures of the benchmark pack, the return or the CSV of
 * Explore education statistics that it is. Throws a Problem where it is none of them.
 */
export async function readFigures(
  content: Blob,
  name: string,
  id: string,
  { known, ees, sampleAuthority }: FiguresReadBy,
): Promise<ReadFigures> {
  if (await isEesFile(content, name)) {
    const { columns, remarks } = eesColumns(await readEesFile(content, name), id, ees);
    return { columns, remarks };
  }
  const bytes = new Uint8Array(await content.arrayBuffer());
  if (await isPack(content)) {
    const { pack, remarks } = await readPack(bytes, name, known);
    return { columns: packColumns(pack, id), remarks };
  }
  const { document, remarks } = await readReturn(bytes, name, known);
  const isReal = ees.authorities.some(({ code }) => code === document.authority.code);
  const isMadeUp = !isReal || document.authority.code === sampleAuthority;
  return { columns: returnColumns(document, id, isMadeUp), remarks };
}
