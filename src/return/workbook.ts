import { type Sheet, tableSheet } from '../files/sheet.ts';
import { writeWorkbook as writeBook } from '../files/write-workbook.ts';
import type { ReturnDocument } from '../model/return-document.ts';
import { type Seal, aboutOf } from './about.ts';
import { coverSheet } from './cover-sheet.ts';
import { ABOUT_COLUMN, partsOf } from './csv.ts';
import { FigureTables } from './figure-tables.ts';
import { aboutSheet, definitionSheet, observationSheet, qualitySheet } from './reference-sheets.ts';
import { releaseOf, statusOf } from './status.ts';

/** Takes a document and its seal; gives the bytes of an Excel workbook, the same for the same input. */
export function writeWorkbook(
  document: ReturnDocument,
  seal: Seal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { authority, quarter, made, appVersion, treatment } = document;
  const marks = [
    ...(document.signedOff ? [] : [statusOf(document)]),
    ...(treatment.kind === 'collator' ? [releaseOf(document)] : []),
  ];
  return writeBook({
    title: ['Quarterly return', ...marks].join(', '),
    header: [authority.name, quarter, ...marks].join(', '),
    footer: `Quarterlight ${appVersion}`,
    isMarked: treatment.kind === 'collator',
    made,
    sheets: [...sheetsToRead(document), observationSheet(document), programSheet(document, seal)],
  });
}

/** Takes a document; gives the sheets that people read. All that they say stands in the others too. */
export function sheetsToRead(document: ReturnDocument): Sheet[] {
  const figures = new FigureTables(document);
  return [
    coverSheet(document),
    figures.collection('riia', 'RIIA'),
    figures.collection('early-help', 'Early Help'),
    figures.breakdowns(),
    qualitySheet(document),
    definitionSheet(document),
    aboutSheet(document),
  ];
}

function programSheet(document: ReturnDocument, seal: Seal): Sheet {
  const about = { ...aboutOf(document), seal, measures: document.definitions };
  const parts = partsOf(about, Number.POSITIVE_INFINITY);
  return tableSheet(
    'For programs',
    [[ABOUT_COLUMN, 80]],
    parts.map((part) => [part]),
  );
}
