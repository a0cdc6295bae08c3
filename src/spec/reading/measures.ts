import type { z } from 'zod';
import type { Figure, Measure, Refinement, Rules } from '../../model/measure.ts';
import type { SpecBreakdown, StagingView } from '../types.ts';
import { yearsAddUp } from './years-add-up.ts';
import { type SpecFile, readYaml, specFiles, splitHeader } from './files.ts';
import { SpecProblem } from './problem.ts';
import {
  breakdownMeasure,
  columnRefs,
  formMeasure,
  recordsMeasure,
  refinements,
} from './shapes.ts';

/** What a measure's refinements are gathered from. */
export interface Ground {
  readonly staging: readonly StagingView[];
  readonly breakdowns: readonly SpecBreakdown[];
}

/** The measures in the collections' order, each by its newest version; and the versions before those. */
interface Versions {
  readonly measures: readonly Measure[];
  readonly earlier: readonly Measure[];
}

/** Takes the project's root and the views and breakdowns; gives the measures. Throws a SpecProblem. */
export function readMeasures(root: string, ground: Ground): Versions {
  const folders = ['riia', 'early-help'] as const;
  const measures = folders.flatMap((collection) => {
    const folder = `spec/measures/${collection}`;
    return [
      ...specFiles(root, folder, '.sql').map((file) => fromSql(file, collection, ground)),
      ...specFiles(root, folder, '.yaml').map((file) => fromYaml(file, collection)),
    ].sort((a, b) => numberIn(a.id) - numberIn(b.id) || versionOf(b) - versionOf(a));
  });
  measures.forEach((measure, place) => mustFollow(measure, measures[place - 1]));
  const isNewest = (measure: Measure, place: number) => measures[place - 1]?.id !== measure.id;
  return {
    measures: measures.filter(isNewest),
    earlier: measures.filter((measure, place) => !isNewest(measure, place)),
  };
}

/** An earlier version stands after the newer one of the same measure, and is valid from an earlier quarter. */
function mustFollow(measure: Measure, newer: Measure | undefined): void {
  if (newer?.id !== measure.id) return;
  if (newer.kind !== measure.kind || versionOf(newer) === versionOf(measure)) {
    throw new SpecProblem(measure.file, `id: ${measure.id} is taken already`);
  }
  if (measure.kind === 'breakdown' || newer.kind === 'breakdown') return;
  if (newer.validFrom <= measure.validFrom) {
    const says = `version ${newer.version} must be from a later quarter than ${measure.validFrom}`;
    throw new SpecProblem(newer.file, `valid_from: ${says}`);
  }
}

function versionOf(measure: Measure): number {
  return measure.kind === 'breakdown' ? 0 : measure.version;
}

type Collection = Measure['collection'];

function fromSql(file: SpecFile, collection: Collection, ground: Ground): Measure {
  const { header, sql } = splitHeader(file);
  const read = readYaml(header, recordsMeasure, 2);
  const {
    valid_from,
    leaves_out,
    as_at_extract,
    figures,
    needs,
    refines,
    lookback,
    instead,
    rules,
    ...rest
  } = read;
  const needed = columnRefs(needs);
  return {
    kind: 'records',
    ...rest,
    collection,
    file: file.path,
    validFrom: valid_from,
    leavesOut: leaves_out,
    figures: figures.map(figureFrom),
    sql,
    yearsAddUp: rest.period === 'activity' ? yearsAddUp(sql) : null,
    rules: rulesFrom(rules, ground.staging),
    needs: needed,
    refines: [...refinements(refines), ...inherited(read.reads, read.breakdowns, ground)].filter(
      (loss, place, all) =>
        !needed.includes(loss.column) &&
        all.findIndex((o) => o.column === loss.column && o.otherwise === loss.otherwise) === place,
    ),
    lookback: lookback ?? null,
    asAtExtract: as_at_extract,
    instead: instead
      ? { needs: columnRefs(instead.needs), asAtExtract: instead.as_at_extract }
      : null,
  };
}

/** The view that the candidates are is the first whose rows may be at fault. */
function rulesFrom(
  read: z.infer<typeof recordsMeasure>['rules'],
  staging: readonly StagingView[],
): Rules {
  const { of, record, ids } = read;
  const own = staging.some((view) => view.id === of)
    ? [{ view: of, record, ids, person: 'person_id' }]
    : [];
  return { ...read, rows: [...own, ...read.rows] };
}

function fromYaml(file: SpecFile, collection: Collection): Measure {
  if (/^kind: breakdown$/m.test(file.text)) {
    return { ...readYaml(file, breakdownMeasure), collection, file: file.path };
  }
  const { valid_from, leaves_out, figures, ...rest } = readYaml(file, formMeasure);
  return {
    ...rest,
    collection,
    file: file.path,
    validFrom: valid_from,
    leavesOut: leaves_out,
    figures: figures.map(figureFrom),
  };
}

function figureFrom(read: z.infer<typeof recordsMeasure>['figures'][number]): Figure {
  return { ...read, needs: columnRefs(read.needs) };
}

/** What is lost in the views that a measure reads, and those that they read, and in its breakdowns. */
function inherited(
  reads: readonly string[],
  breakdowns: readonly string[],
  { staging, breakdowns: known }: Ground,
): Refinement[] {
  const seen = new Set<string>();
  const visit = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    staging.find((view) => view.id === id)?.reads.forEach(visit);
  };
  reads.forEach(visit);
  return [
    ...staging.filter((view) => seen.has(view.id)).flatMap((view) => view.refines),
    ...known.filter((b) => breakdowns.includes(b.id)).flatMap((b) => b.refines),
  ];
}

function numberIn(id: string): number {
  return Number(/\d+/.exec(id)?.[0]);
}
