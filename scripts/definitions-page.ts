import type { Figure, FormMeasure, Measure, RecordsMeasure } from '../src/model/measure.ts';
import { headlineOf } from '../src/model/measure.ts';
import type { Spec } from '../src/spec/types.ts';

const COLLECTIONS = { riia: 'RIIA quarterly dataset', 'early-help': 'Early Help' } as const;

/** Takes the spec; gives docs/definitions.md: every measure in words, made from the headers of spec/measures. */
export function definitionsPage(spec: Spec): string {
  const collections = Object.entries(COLLECTIONS).map(([collection, title]) => {
    const own = spec.measures.filter((measure) => measure.collection === collection);
    return [`## ${title}`, contents(own), ...own.map((measure) => section(measure, spec))].join(
      '\n\n',
    );
  });
  return `# Definitions

What each measure is: what is counted, what is left out, and where it differs from what the Department for Education (DfE)
publishes under a like name. Made from the headers in \`spec/measures\` by \`npm run definitions\`.

Each has a worked example. It ends with what the page says of it, and a test works it out.

An *activity* measure counts what happened in a quarter, and in the twelve months that end with it, a child once where it
counts children. A *snapshot* is the position on a quarter's last day. Quarters are those of the financial year: Q1 is April
to June.

${collections.join('\n\n')}
`;
}

function contents(measures: readonly Measure[]): string {
  const rows = measures.map(
    (measure) => `| ${measure.id} | [${measure.title}](#${anchor(measure)}) | ${measure.theme} |`,
  );
  return ['| id | measure | theme |', '|---|---|---|', ...rows].join('\n');
}

function anchor(measure: Measure): string {
  return heading(measure)
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

function heading(measure: Measure): string {
  return `${measure.id} ${measure.title}`;
}

function section(measure: Measure, spec: Spec): string {
  if (measure.kind === 'breakdown') {
    const by = spec.breakdowns.find((breakdown) => breakdown.id === measure.by);
    const cells = by?.cells.map((cell) => cell.title).join(', ');
    return lines(
      `### ${heading(measure)}`,
      `${measure.of} by ${by?.title.toLowerCase()}: ${cells}.`,
      exampleOf(measure),
      ...ending(measure),
    );
  }
  return lines(
    `### ${heading(measure)}`,
    `${measure.period === 'activity' ? 'Activity' : 'Snapshot'}; ${origin(measure)}; version ${measure.version}, from ${measure.validFrom}.`,
    listed('Counted:', measure.counts),
    listed('Left out:', measure.leavesOut),
    exampleOf(measure),
    listed(
      'Figures:',
      measure.figures.map((figure) => figureLine(figure, figure === headlineOf(measure))),
    ),
    listed('Settings:', settingLines(measure)),
    listed('Where it differs:', measure.differs),
    ...ending(measure),
  );
}

function origin(measure: RecordsMeasure | FormMeasure): string {
  if (measure.kind === 'form') return 'entered by hand';
  return measure.parts.length > 0 ? 'from the extract, else entered by hand' : 'from the extract';
}

function figureLine(figure: Figure, isHeadline: boolean): string {
  const name = isHeadline ? `**${figure.title}**` : figure.title;
  if (figure.kind !== 'ratio') return `${name} (${figure.unit[1]})`;
  return `${name}: of “${figure.denominator}”, “${figure.numerator}”`;
}

function settingLines(measure: RecordsMeasure | FormMeasure): string[] {
  if (measure.kind === 'form') return [];
  return measure.settings.map((setting) =>
    `${setting.title}: ${setting.default} ${setting.unit}`.trim(),
  );
}

function exampleOf(measure: Measure): string {
  return listed('Worked example:', measure.example);
}

function ending(measure: Measure): string[] {
  return [listed('Notes:', measure.notes), `Source: ${measure.source}.`];
}

function listed(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : [title, '', ...items.map((item) => `- ${item}`)].join('\n');
}

function lines(...blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}
