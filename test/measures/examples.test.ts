import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNative } from '../../build/native.ts';
import { sentenceOf } from '../../src/app/sentence.ts';
import type { Database } from '../../src/engine/database.ts';
import { type Day, formatDay, monthName, parseDay } from '../../src/model/day.ts';
import type { Measure } from '../../src/model/measure.ts';
import { valueOf } from '../../src/model/outcome.ts';
import { firstDay, lastDay } from '../../src/model/period.ts';
import { spec } from '../../src/spec/spec.ts';
import { type Case, caseOf, layCases } from './case.ts';
import { careAndEducation } from './examples/care-and-education.ts';
import { earlyHelpExamples } from './examples/early-help.ts';
import type { Example } from './examples/example.ts';
import { needAndProtection } from './examples/need-and-protection.ts';
import { only } from './native.ts';
import { person } from './rows/person.ts';

const QUARTER = '2025-26 Q1';
const EXTRACT_DATE: Day = '2025-07-14';
const examples: Readonly<Record<string, Example>> = {
  ...needAndProtection,
  ...careAndEducation,
  ...earlyHelpExamples,
};

let database: Database;
beforeAll(async () => {
  database = await openNative();
  await layCases(database, spec);
});
afterAll(() => database.close());

it('every definition has its example worked out here', () => {
  expect(Object.keys(examples).sort()).toEqual(spec.measures.map(({ id }) => id).sort());
});

it.each(spec.measures)('$id ends its example with what the page says of it', async (measure) => {
  const example = exampleOf(measure);
  const worked = await workedOut(measure, example);
  const said = example.says.map((figure) => sentence(measure, worked, figure));
  expect(measure.example.slice(-said.length)).toEqual(said);
});

it.each(spec.measures)('$id tells every day of its example, and no other', (measure) => {
  const example = exampleOf(measure);
  const told = measure.example.slice(0, -example.says.length).join(' ');
  const known = [EXTRACT_DATE, firstDay(QUARTER), lastDay(QUARTER)].map(formatDay);
  const held = daysOf(example).map(formatDay);
  expect(held.filter((day) => !daysIn(told).includes(day))).toEqual([]);
  expect(daysIn(told).filter((day) => !held.includes(day) && !known.includes(day))).toEqual([]);
});

it.each(spec.measures.filter(({ id }) => examples[id]?.entered))(
  '$id tells every number that its example enters',
  (measure) => {
    const told = measure.example.slice(0, -1).join(' ');
    for (const part of Object.values(exampleOf(measure).entered ?? {}))
      expect(told).toContain(String(part));
  },
);

function exampleOf({ id }: Measure): Example {
  const example = examples[id];
  if (!example) throw new RangeError(`${id} has no example`);
  return example;
}

/** Works out one measure, or what it is a breakdown of, and what it goes by. */
function workedOut(measure: Measure, { tables, entered, goesBy }: Example): Promise<Case> {
  const own = only([idWorkedOut(measure), ...(goesBy ? [goesBy] : [])]);
  return caseOf(database, own, tables ?? { ssd_person: [person('a', null)] }, {
    quarters: [QUARTER],
    extractDate: EXTRACT_DATE,
    handEntered: entered ? [{ measure: measure.id, quarter: QUARTER, parts: entered }] : [],
  });
}

function idWorkedOut(measure: Measure): string {
  return measure.kind === 'breakdown' ? measure.of : measure.id;
}

function sentence(measure: Measure, { answer }: Case, figure: string): string {
  const result = answer.results.find((one) => one.measure === idWorkedOut(measure));
  const observations = result?.observations ?? [];
  const of = observations.filter((one) => one.figure === figure && one.period === QUARTER);
  if (measure.kind === 'breakdown') {
    const by = spec.breakdowns.find(({ id }) => id === measure.by);
    const cells = (by?.cells ?? []).flatMap(({ id, title }) => {
      const cell = of.find((one) => one.cell?.by === measure.by && one.cell.cell === id);
      const value = cell ? valueOf(cell.outcome) : null;
      return value ? [`${title} ${value}`] : [];
    });
    return `${cells.join('; ')}.`;
  }
  const defined = measure.figures.find(({ id }) => id === figure);
  const whole = of.find(({ cell }) => cell === null);
  if (!defined || !whole) return `no figure ${figure}`;
  return sentenceOf(defined, whole.outcome, QUARTER)
    .map(({ text }) => text)
    .join('');
}

/** Every day that the example's rows hold. */
function daysOf({ tables }: Example): Day[] {
  const cells = Object.values(tables ?? {}).flatMap((rows) =>
    rows.flatMap(Object.values<string | null>),
  );
  return [...new Set(cells)].flatMap((cell) => parseDay(cell ?? '') ?? []);
}

/** Every day that a text names, as it names it. */
function daysIn(text: string): string[] {
  const months = Array.from({ length: 12 }, (_, month) => monthName(month + 1)).join('|');
  return text.match(new RegExp(`\\b\\d{1,2} (${months}) \\d{4}\\b`, 'g')) ?? [];
}
