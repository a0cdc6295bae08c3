import type { Return } from '../model/return.ts';
import { periodInWords } from '../model/period.ts';
import { type Definition, definitions } from './definitions.ts';
import { OBSERVATION_COLUMNS, type ObservationRow, observationRows } from './observation-rows.ts';
import { type Cell, type Table, columns, numberCell } from './table.ts';
import { type Terms, definedMeasures } from './terms.ts';

/** Takes a return and its terms; gives the tidy table as a sheet. */
export function observationTable(contents: Return, terms: Terms): Table {
  return {
    columns: OBSERVATION_COLUMNS.map((title) => ({ title, width: Math.max(title.length + 3, 12) })),
    rows: observationRows(contents, terms).map((row) =>
      OBSERVATION_COLUMNS.map((column) => observationCell(row, column)),
    ),
  };
}

/** Takes the terms; gives the definitions as a sheet, a row a figure. */
export function definitionTable(terms: Terms): Table {
  return {
    columns: columns(
      ['Id', 9],
      ['Item', 36],
      ['Collection', 12],
      ['Theme', 24],
      ['Version', 9],
      ['Valid from', 12],
      ['Period', 10],
      ['Polarity', 10],
      ['Figure id', 18],
      ['Figure', 44],
      ['Unit', 26],
      ['Numerator', 60],
      ['Denominator', 60],
      ['What is counted', 80],
      ['What is left out', 80],
      ['How it differs', 80],
      ['Source', 60],
      ['Notes', 60],
    ),
    rows: definitions(terms).flatMap(definitionRows),
  };
}

/** Takes a return and its terms; gives the settings it was made with as a sheet, and how the authority counts beside them. */
export function settingTable(contents: Return, { measures }: Terms): Table {
  return {
    columns: columns(
      ['Id', 9],
      ['Item', 36],
      ['Setting', 24],
      ['What it is', 70],
      ['Value', 10],
      ['Unit', 14],
      ['Default', 10],
    ),
    rows: [
      ...settingRows(contents, measures),
      ...contents.earlyHelp.map(({ id, question, answer }) => [
        ...[null, 'What counts as early help', id, question],
        ...[answer?.title ?? 'Not answered', null, null],
      ]),
      ...contents.wordsMapped.map(({ list, title, count }) => [
        ...[null, 'Words that the authority maps', list, title],
        ...[numberCell(count), 'words', numberCell(0)],
      ]),
    ],
  };
}

function settingRows({ settings }: Return, measures: Terms['measures']): Cell[][] {
  return settings.map(({ measure: id, id: settingId, value }) => {
    const measure = definedMeasures(measures).find((candidate) => candidate.id === id);
    const known = measure?.kind === 'records' ? measure.settings : [];
    const setting = known.find((candidate) => candidate.id === settingId);
    return [
      ...[id, measure?.title ?? null, settingId, setting?.title ?? null],
      numberCell(value),
      setting?.unit ?? null,
      numberCell(setting?.default ?? null),
    ];
  });
}

/** Takes a return and its terms; gives what the reader must know beside the figures as a sheet. */
export function noteTable(contents: Return, { measures }: Terms): Table {
  return {
    columns: columns(
      ['Id', 9],
      ['Item', 36],
      ['Kind', 26],
      ['Note', 100],
      ['Figures', 40],
      ['Periods', 40],
    ),
    rows: contents.caveats.map(({ measure: id, caveat }) => {
      const measure = measures.find((candidate) => candidate.id === id);
      const figures = measure && measure.kind !== 'breakdown' ? measure.figures : [];
      const titles = caveat.figures.map(
        (f) => figures.find((figure) => figure.id === f)?.title ?? f,
      );
      return [
        ...[id, measure?.title ?? null, caveat.kind, caveat.sent],
        titles.length > 0 ? titles.join('; ') : 'All',
        caveat.periods.length > 0 ? caveat.periods.map(periodInWords).join('; ') : 'All',
      ];
    }),
  };
}

function observationCell(row: ObservationRow, column: keyof ObservationRow): Cell {
  const value = row[column];
  if (typeof value !== 'number') return value;
  if (column !== 'value') return numberCell(value);
  return numberCell(value, row.outcome === 'count' ? '#,##0' : '#,##0.0');
}

function definitionRows(definition: Definition): Cell[][] {
  const { version, counts, leavesOut, differs, notes, source } = definition;
  const measure = [
    ...[definition.id, definition.title, definition.collection, definition.theme],
    ...[numberCell(version), definition.validFrom, definition.period, definition.polarity],
  ];
  const words = [
    paragraph(counts),
    paragraph(leavesOut),
    paragraph(differs),
    source,
    paragraph(notes),
  ];
  if (definition.figures.length === 0)
    return [[...measure, null, null, null, null, null, ...words]];
  return definition.figures.map(({ id, title, unit, numerator, denominator }) => [
    ...[...measure, id, title, unit, numerator, denominator],
    ...words,
  ]);
}

function paragraph(sentences: readonly string[]): string | null {
  return sentences.length > 0 ? sentences.join(' ') : null;
}
