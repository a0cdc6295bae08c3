import type { FormMeasure, Measure, RecordsMeasure } from '../../model/measure.ts';
import type { Spec, SsdTable } from '../types.ts';
import { checkRules } from './check-rules.ts';
import { SpecProblem } from './problem.ts';

/** What a figure's sentence may have filled in. */
const PLACES = ['{count}', '{numerator}', '{denominator}', '{value}', '{period}', '{day}'];

/** Takes the whole spec; throws a SpecProblem where one definition names another that does not exist. */
export function crossCheck(spec: Spec): void {
  spec.tables.forEach((table) => checkStandsFor(spec, table));
  for (const view of spec.staging) {
    mustReadWhatItNames(spec, view);
    view.refines.forEach((loss) => mustHaveColumn(spec, view.file, 'refines', loss.column));
    for (const word of view.words) {
      word.columns.forEach((column) => mustHaveColumn(spec, view.file, 'words', column));
      if (!spec.codeLists.some((list) => list.id === word.list)) {
        throw new SpecProblem(view.file, `words: there is no list ${word.list} in spec/codes`);
      }
    }
  }
  for (const breakdown of spec.breakdowns) {
    breakdown.refines.forEach((loss) =>
      mustHaveColumn(spec, 'spec/breakdowns.yaml', breakdown.id, loss.column),
    );
  }
  [...spec.measures, ...spec.earlier].forEach((measure) => checkMeasure(spec, measure));
}

/** A table from another system, and its columns, stand for what there is. */
function checkStandsFor(spec: Spec, { name, standsFor, columns }: SsdTable): void {
  const file = `spec/ssd, ${name}`;
  if (standsFor && !spec.tables.some((table) => table.name === standsFor.table)) {
    throw new SpecProblem(file, `stands_for: there is no table ${standsFor.table} in spec/ssd`);
  }
  for (const column of columns) {
    if (column.as) mustHaveColumn(spec, file, `${column.name}: as`, column.as);
  }
}

function checkMeasure(spec: Spec, measure: Measure): void {
  if (measure.kind === 'breakdown') {
    const of = spec.measures.find((other) => other.id === measure.of);
    if (of?.kind !== 'records' || !of.breakdowns.includes(measure.by)) {
      throw new SpecProblem(
        measure.file,
        `of: no measure ${measure.of} has the breakdown ${measure.by}`,
      );
    }
    return;
  }
  checkFigures(measure);
  for (const figure of measure.figures) {
    figure.needs.forEach((column) =>
      mustHaveColumn(spec, measure.file, `figures, ${figure.id}: needs`, column),
    );
  }
  if (measure.kind === 'records') checkRecords(spec, measure);
  else checkForm(measure);
}

function checkFigures(measure: Exclude<Measure, { kind: 'breakdown' }>): void {
  const headlines = measure.figures.filter((figure) => figure.headline).length;
  if (headlines !== 1)
    throw new SpecProblem(measure.file, `figures: ${headlines} are the headline, and one must be`);
  for (const figure of measure.figures) {
    if (measure.figures.filter((other) => other.id === figure.id).length > 1) {
      throw new SpecProblem(measure.file, `figures: two are named ${figure.id}`);
    }
    const unknown = [...figure.sentence.matchAll(/\{[^}]*\}/g)].find(
      ([place]) => !PLACES.includes(place),
    );
    if (unknown) {
      throw new SpecProblem(
        measure.file,
        `figures, ${figure.id}: sentence: there is no place ${unknown[0]}`,
      );
    }
    if (figure.kind !== 'rate') continue;
    const of = measure.figures.find((other) => other.id === figure.of);
    if (of?.kind !== 'count') {
      throw new SpecProblem(
        measure.file,
        `figures, ${figure.id}: of: there is no count named ${figure.of}`,
      );
    }
  }
}

function checkRecords(spec: Spec, measure: RecordsMeasure): void {
  [...measure.needs, ...(measure.instead?.needs ?? [])].forEach((column) =>
    mustHaveColumn(spec, measure.file, 'needs', column),
  );
  for (const part of measure.parts) {
    if (!measure.figures.some((figure) => figure.id === part.id)) {
      throw new SpecProblem(measure.file, `parts: there is no figure ${part.id}`);
    }
  }
  for (const { column, unless } of measure.refines) {
    mustHaveColumn(spec, measure.file, 'refines', column);
    if (unless) mustHaveColumn(spec, measure.file, 'refines', unless);
  }
  const views = [...measure.reads, ...(measure.lookback ? [measure.lookback.view] : [])];
  for (const id of views) {
    if (!spec.staging.some((view) => view.id === id)) {
      throw new SpecProblem(measure.file, `reads: there is no view ${id} in spec/staging`);
    }
  }
  mustReadWhatItNames(spec, measure);
  checkRules(spec, measure);
  for (const id of measure.breakdowns) {
    if (!spec.breakdowns.some((breakdown) => breakdown.id === id)) {
      throw new SpecProblem(measure.file, `breakdowns: there is no breakdown ${id}`);
    }
  }
  for (const setting of measure.settings) {
    const owners = spec.measures.filter(
      (other) => other.kind === 'records' && other.settings.some((s) => s.id === setting.id),
    );
    if (owners.length > 1)
      throw new SpecProblem(measure.file, `settings: ${setting.id} is taken already`);
  }
}

/** A figure of a form counts its parts, added or multiplied, where one of a SELECT counts a column. */
function checkForm(measure: FormMeasure): void {
  for (const figure of measure.figures) {
    if (figure.kind === 'rate') continue;
    const counted = figure.kind === 'ratio' ? [figure.where, figure.of] : [figure.where];
    const missing = counted
      .flatMap((written) => written.split(/ [+*] /))
      .find((id) => id !== 'working_days' && !measure.parts.some((part) => part.id === id));
    if (missing)
      throw new SpecProblem(measure.file, `figures, ${figure.id}: there is no part ${missing}`);
  }
}

/**
 * Takes the spec, a file, SQL in it and the views it says it reads; throws where it reads another. What is lost in a view
 * is told beside the measures that read it: so each must say what it reads.
 */
export function mustReadWhatItNames(
  spec: Pick<Spec, 'staging'>,
  { file, sql, reads }: Pick<RecordsMeasure, 'file' | 'sql' | 'reads'>,
): void {
  const named = [...sql.matchAll(/\b(?:from|join)\s+([a-z_][a-z0-9_]*)/gi)].map(
    ([, name]) => name ?? '',
  );
  const silent = named.find(
    (name) => spec.staging.some((view) => view.id === name) && !reads.includes(name),
  );
  if (silent) throw new SpecProblem(file, `reads: does not say that it reads ${silent}`);
}

function mustHaveColumn(spec: Spec, file: string, where: string, ref: string): void {
  const [tableName, columnName] = ref.split('.');
  const table = spec.tables.find((candidate) => candidate.name === tableName);
  if (!table) throw new SpecProblem(file, `${where}: there is no table ${tableName} in spec/ssd`);
  if (columnName && table.left.includes(columnName)) {
    throw new SpecProblem(file, `${where}: ${ref} is one of the columns that are never read`);
  }
  if (!table.columns.some((column) => column.name === columnName)) {
    throw new SpecProblem(file, `${where}: there is no column ${columnName} in ${tableName}`);
  }
}
