import { fillWorkbook } from '../../../src/files/fill-workbook.ts';
import { readGrids } from '../../../src/files/grids.ts';
import { spec } from '../../../src/spec/spec.ts';
import type { TemplateReadBy } from '../../../src/template/read-template.ts';
import { COLUMNS } from '../../../src/template/layout.ts';
import { writeTemplate } from '../../../src/template/write-template.ts';

export const QUARTER = '2025-26 Q1';

/** What templates are read by. */
export const BY: TemplateReadBy = {
  measures: spec.measures,
  breakdowns: spec.breakdowns,
  identities: spec.disclosure.identities,
  authorities: spec.reference.authorities,
};

/** Gives a template that nobody has filled in, as it is saved on 14 July 2025. */
export function blankTemplate(): Promise<Uint8Array<ArrayBuffer>> {
  const { measures, breakdowns, reference } = spec;
  const { authorities } = reference;
  return writeTemplate({ measures, breakdowns, authorities, appVersion: '1', today: '2025-07-14' });
}

/** What is written in the row of one number. */
export interface Row {
  readonly quarter?: number | string;
  readonly year?: number | string;
  readonly why?: string;
}

export const WHOSE = { authority: 'Bedford (822)', quarter: QUARTER } as const;

/** Takes what is written in which row, by the number's key, and on the cover; gives the template with it. */
export async function filledTemplate(
  rows: Readonly<Record<string, Row>>,
  cover: { readonly authority: string; readonly quarter: string } = WHOSE,
): Promise<Uint8Array<ArrayBuffer>> {
  const blank = await blankTemplate();
  const grids = await readGrids(new Blob([blank]));
  if (typeof grids === 'string') throw new Error(grids);
  const fills = grids.map(({ name, rows: lines }) => ({
    sheet: name,
    cells: lines.flatMap((cells, place) => {
      const row = rows[cells[COLUMNS.key] ?? ''];
      const at = { D: row?.quarter, E: row?.year, F: row?.why };
      return Object.entries(at).flatMap(([letter, value]) =>
        value === undefined ? [] : [{ cell: `${letter}${place + 1}`, value }],
      );
    }),
  }));
  const first = [
    { cell: 'B5', value: cover.authority },
    { cell: 'B6', value: cover.quarter },
  ];
  const { bytes, notFilled } = await fillWorkbook(blank, [
    { sheet: 'Start here', cells: first },
    ...fills,
  ]);
  if (notFilled.length > 0) throw new Error(JSON.stringify(notFilled));
  return bytes;
}
