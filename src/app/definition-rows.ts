import {
  type BreakdownMeasure,
  type Breakdown,
  type Figure,
  type FormMeasure,
  type Measure,
  type RecordsMeasure,
  headlineOf,
} from '../model/measure.ts';
import { periodInWords } from '../model/period.ts';

/** One row of a definition: what it is about, and its sentences. */
export interface DefinitionRow {
  readonly title: string;
  readonly says: readonly string[];
}

/** What a definition is put into words with: every measure and breakdown, and the settings where they are not the usual ones. */
export interface DefinitionGround {
  readonly measures: readonly Measure[];
  readonly breakdowns: readonly Breakdown[];
  readonly settings: Readonly<Record<string, number>>;
}

const WHEN = {
  records: {
    activity: 'What happened in the quarter, and in the 12 months that end with it',
    snapshot: 'The position on the quarter’s last day',
  },
  form: {
    activity: 'What happened in the quarter',
    snapshot: 'The position on the quarter’s last day',
  },
} as const;

/** Takes a measure and what there is beside it; gives its definition in words, row by row. */
export function definitionRows(measure: Measure, ground: DefinitionGround): DefinitionRow[] {
  const rows =
    measure.kind === 'breakdown' ? breakdownRows(measure, ground) : rulesOf(measure, ground);
  return [
    ...rows,
    { title: 'Notes', says: measure.notes },
    { title: 'Source', says: [measure.source] },
    { title: 'Version', says: [versionOf(measure, ground)] },
  ].filter(({ says }) => says.length > 0);
}

function breakdownRows(
  measure: BreakdownMeasure,
  { measures, breakdowns }: DefinitionGround,
): DefinitionRow[] {
  const whole = measures.find(({ id }) => id === measure.of);
  const by = breakdowns.find(({ id }) => id === measure.by);
  return [
    {
      title: 'What is counted',
      says: [`${whole?.title ?? measure.of} (${measure.of}), by ${by?.title.toLowerCase()}.`],
    },
    { title: 'Worked example', says: measure.example },
    { title: 'The groups', says: [by?.cells.map(({ title }) => title).join(', ') ?? ''] },
  ];
}

function rulesOf(measure: RecordsMeasure | FormMeasure, ground: DefinitionGround): DefinitionRow[] {
  return [
    { title: 'What is counted', says: measure.counts },
    { title: 'What is left out', says: measure.leavesOut },
    { title: 'Worked example', says: measure.example },
    { title: 'Figures', says: figuresOf(measure) },
    ...measure.figures.flatMap(ratioRows),
    { title: 'When', says: [WHEN[measure.kind][measure.period]] },
    { title: 'Where it comes from', says: [originOf(measure)] },
    ...(measure.kind === 'records' ? recordsRows(measure, ground) : []),
    { title: 'Where it differs from DfE’s', says: measure.differs },
  ];
}

function figuresOf(measure: RecordsMeasure | FormMeasure): string[] {
  if (measure.figures.length === 1) return [];
  const headline = headlineOf(measure);
  return measure.figures.map((figure) =>
    figure === headline ? `${figure.title} (the headline figure)` : figure.title,
  );
}

function ratioRows(figure: Figure): DefinitionRow[] {
  if (figure.kind !== 'ratio') return [];
  return [
    {
      title: figure.title,
      says: [`Out of: ${figure.denominator}`, `Counted: ${figure.numerator}`],
    },
  ];
}

function originOf(measure: RecordsMeasure | FormMeasure): string {
  if (measure.kind === 'form') return 'Entered by hand';
  const tables = tablesIn([
    ...measure.needs,
    ...measure.figures.flatMap(({ needs }) => needs),
    ...(measure.instead?.needs ?? []),
  ]);
  const from = `The extract: ${tables.join(', ')}`;
  return measure.parts.length > 0
    ? `${from}. Where the extract does not hold it, it is entered by hand.`
    : from;
}

function tablesIn(columns: RecordsMeasure['needs']): string[] {
  return [...new Set(columns.map((column) => column.split('.')[0] ?? column))];
}

function recordsRows(
  { lookback, breakdowns, settings }: RecordsMeasure,
  ground: DefinitionGround,
): DefinitionRow[] {
  return [
    { title: 'How far it looks back', says: lookback ? [lookbackInWords(lookback.months)] : [] },
    {
      title: 'Broken down by',
      says: [
        ground.breakdowns
          .filter(({ id }) => breakdowns.includes(id))
          .map(({ title }) => title)
          .join(', '),
      ].filter((titles) => titles !== ''),
    },
    {
      title: 'Settings',
      says: settings.map(({ id, title, unit, default: usual }) =>
        `${title}: ${ground.settings[id] ?? usual} ${unit}`.trim(),
      ),
    },
  ];
}

function lookbackInWords(months: number | 'ever'): string {
  return months === 'ever'
    ? 'As far as the extract goes. It cannot go back for ever, so the figure always says that it is limited.'
    : `${months} month${months === 1 ? '' : 's'} before the period. Where the extract does not go back that far, the figure says that it is limited.`;
}

function versionOf(measure: Measure, { measures }: DefinitionGround): string {
  if (measure.kind !== 'breakdown')
    return `${measure.id}, version ${measure.version}, from ${periodInWords(measure.validFrom)}`;
  const whole = measures.find(({ id }) => id === measure.of);
  const own = whole && whole.kind !== 'breakdown' ? `, version ${whole.version}` : '';
  return `${measure.id}: that of ${measure.of}${own}`;
}
