import type { ObservationAt } from '../model/disclosure.ts';
import { inFull } from '../model/outcome.ts';
import { periodInWords } from '../model/period.ts';
import type { Definition, ReturnDocument } from '../model/return-document.ts';
import { type Cell, type Sheet, numberCell, tableSheet } from '../files/sheet.ts';
import { OBSERVATION_COLUMNS, type ObservationRow, observationRows } from './observation-rows.ts';
import { rowsAbout } from './status.ts';

const SEVERITIES = { serious: 'Serious', warning: 'Worth a look', note: 'To know' } as const;
const FOUND = {
  something: 'Something was found',
  nothing: 'Nothing was found',
  'could not be made': 'The check could not be made',
} as const;

/** Takes a document; gives the tidy table as a sheet. */
export function observationSheet(document: ReturnDocument): Sheet {
  return tableSheet(
    'Observations',
    OBSERVATION_COLUMNS.map((title) => [title, Math.max(title.length + 3, 12)] as const),
    observationRows(document.observations, rowsAbout(document)).map((row) =>
      OBSERVATION_COLUMNS.map((column) => observationCell(row, column)),
    ),
    5,
  );
}

/** Takes a document; gives what the checks of the extract found as a sheet. */
export function qualitySheet({ quality }: ReturnDocument): Sheet {
  return tableSheet(
    'Data quality',
    [
      ['Check', 80],
      ['Weight', 16],
      ['What it found', 30],
    ],
    quality === null
      ? [['No checks were made of the extract.', null, null]]
      : quality.map(({ title, severity, found }) => [title, SEVERITIES[severity], FOUND[found]]),
  );
}

/** Takes a document; gives the definitions as a sheet, a row a figure. */
export function definitionSheet({ definitions }: Pick<ReturnDocument, 'definitions'>): Sheet {
  return tableSheet(
    'Definitions',
    [
      ['Id', 9],
      ['Item', 26],
      ['Version', 9],
      ['Valid from', 12],
      ['Period', 10],
      ['Polarity', 10],
      ['Figure', 30],
      ['Unit', 20],
      ['Numerator', 40],
      ['Denominator', 40],
      ['What is counted', 60],
      ['What is left out', 60],
      ['How it differs', 60],
      ['Source', 40],
      ['Notes', 40],
    ],
    definitions.flatMap(definitionRows),
    2,
  );
}

/** Takes a document; gives what it says beside its figures as one sheet: settings, answers, words, caveats, notes, figures put right. */
export function aboutSheet(document: ReturnDocument): Sheet {
  return tableSheet(
    'About',
    [
      ['Part', 26],
      ['Id', 14],
      ['Item', 30],
      ['What it is about', 50],
      ['What it says', 80],
      ['More', 40],
    ],
    [
      ...settingRows(document),
      ...document.earlyHelp.map(({ id, question, answer }) => [
        ...['What counts as early help', id, null, question],
        ...[answer?.title ?? 'Not answered', null],
      ]),
      ...document.wordsMapped.map(({ list, title, count }) => [
        ...['Words that the authority maps', list, null, title, numberCell(count), null],
      ]),
      ...caveatRows(document),
      ...document.notes.map(({ at, says }) => [
        ...['Note on a figure', at.measure, titleOf(document, at.measure)],
        ...[placeInWords(document, at), says, null],
      ]),
      ...document.revisions.map(({ at, was, reason }) => [
        ...['Figure put right', at.measure, titleOf(document, at.measure)],
        ...[placeInWords(document, at), reason, `Was sent before as: ${inFull(was)}`],
      ]),
    ],
    2,
  );
}

function settingRows(document: ReturnDocument): Cell[][] {
  return document.settings.map(({ measure, title, value, unit, usual }) => [
    ...['Setting', measure, titleOf(document, measure), title],
    ...[`${value} ${unit}`, value === usual ? 'As usual' : `Usually ${usual} ${unit}`],
  ]);
}

function caveatRows(document: ReturnDocument): Cell[][] {
  return document.caveats.map(({ measure, kind, says, figures, periods }) => [
    ...['To know beside a figure', measure, titleOf(document, measure)],
    ...[`${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`, says],
    [
      ...figures.map((figure) => figureTitle(document, measure, figure)),
      ...periods.map(periodInWords),
    ].join('; ') || 'All figures and periods',
  ]);
}

function placeInWords(document: ReturnDocument, at: ObservationAt): string {
  const by = document.breakdowns.find(({ id }) => id === at.cell?.by);
  const cell = by?.cells.find(({ id }) => id === at.cell?.cell);
  return [
    figureTitle(document, at.measure, at.figure),
    periodInWords(at.period),
    ...(by && cell ? [`${by.title}: ${cell.title}`] : []),
  ].join(', ');
}

function titleOf({ definitions }: ReturnDocument, measure: string): string | null {
  return definitions.find(({ id }) => id === measure)?.title ?? null;
}

function figureTitle({ definitions }: ReturnDocument, measure: string, figure: string): string {
  const of = definitions.find(({ id }) => id === measure);
  return of?.figures.find(({ id }) => id === figure)?.title ?? figure;
}

function observationCell(row: ObservationRow, column: keyof ObservationRow): Cell {
  const value = row[column];
  if (typeof value !== 'number') return value;
  if (column !== 'value') return numberCell(value);
  return numberCell(value, row.outcome === 'count' ? '#,##0' : '#,##0.0');
}

function definitionRows(definition: Definition): Cell[][] {
  const { version, counts, leavesOut, differs, notes, source } = definition;
  return definition.figures.map(({ title, unit, numerator, denominator }) => [
    ...[definition.id, definition.title, numberCell(version), definition.validFrom],
    ...[definition.period, definition.polarity, title, unit, numerator, denominator],
    ...[paragraph(counts), paragraph(leavesOut), paragraph(differs), source, paragraph(notes)],
  ]);
}

function paragraph(sentences: readonly string[]): string | null {
  return sentences.length > 0 ? sentences.join(' ') : null;
}
