import { z } from 'zod';
import type { Measure } from '../../model/measure.ts';
import type { Spec, SsdTable, StagingView } from '../types.ts';
import { checkBalances, readBalances } from './balances.ts';
import { readChecks } from './checks.ts';
import { checkMigrations, readCollateRules } from './collate.ts';
import { crossCheck } from './cross-check.ts';
import { checkDisclosure, readDisclosure } from './disclosure.ts';
import { readEarlyHelpQuestions } from './early-help-questions.ts';
import { readFeeds } from './feeds.ts';
import { readYaml, specFile, specFiles } from './files.ts';
import { readMeasures } from './measures.ts';
import { SpecProblem } from './problem.ts';
import { readReference } from './reference.ts';
import { readReturnStandard } from './return-standard.ts';
import { readSpecification } from './specification.ts';
import { ssdTable } from './shapes.ts';
import { readBreakdowns, readCodeLists, readRules, readStaging } from './staging.ts';

const NOT_NEEDED = 'spec/ssd/not-needed.yaml';

/** Takes the project's root; gives all that spec/ says, checked. Throws a SpecProblem that names the file and the place in it. */
export function readSpec(root: string): Spec {
  const codeLists = readCodeLists(root);
  const staging = readStaging(root);
  const breakdowns = readBreakdowns(root, codeLists);
  const { measures, earlier } = readMeasures(root, { staging, breakdowns });
  const { tables: tablesNotNeeded } = readYaml(
    specFile(root, NOT_NEEDED),
    z.strictObject({ tables: z.array(z.string()) }),
  );
  const known = readTables(root, [...measures, ...earlier], staging);
  const balances = readBalances(root);
  const checks = readChecks(root, { tables: known, staging, measures, balances });
  const spec: Spec = {
    tables: withUseOf(
      known,
      checks.flatMap(({ looks }) => looks.flatMap(({ needs }) => needs)),
    ),
    tablesNotNeeded,
    specification: readSpecification(root),
    codeLists,
    rules: readRules(root),
    staging,
    breakdowns,
    measures,
    balances,
    checks,
    earlier,
    reference: readReference(root),
    earlyHelpQuestions: readEarlyHelpQuestions(root),
    disclosure: readDisclosure(root),
    returnStandard: readReturnStandard(root),
    published: readFeeds(root, measures),
    collate: readCollateRules(root),
  };
  crossCheck(spec);
  checkBalances(spec);
  checkDisclosure(spec.disclosure, spec);
  checkMigrations(spec.collate.migrations, [...measures, ...earlier]);
  return spec;
}

/** A column is used when a measure needs it or is refined by it; a used table's key always is. */
function readTables(
  root: string,
  measures: readonly Measure[],
  staging: readonly StagingView[],
): SsdTable[] {
  const used = new Set(measures.flatMap(columnsOf));
  const words = staging.flatMap((view) => view.words);
  return specFiles(root, 'spec/ssd', '.yaml')
    .filter((file) => file.path !== NOT_NEEDED)
    .map((file) => {
      const read = readYaml(file, ssdTable);
      for (const named of [read.key, read.date, read.end, read.person]) {
        if (named && !(named in read.columns))
          throw new SpecProblem(file.path, `there is no column ${named}`);
      }
      const isUsed = (column: string) =>
        used.has(`${read.table}.${column}`) || used.has(read.columns[column]?.as ?? '');
      const tableUsed = Object.keys(read.columns).some(isUsed);
      return {
        name: read.table,
        also: read.also,
        title: read.title,
        key: read.key,
        date: read.date,
        standsFor: read.stands_for,
        end: read.end,
        person: read.person,
        columns: Object.entries(read.columns).map(([name, column]) => ({
          name,
          ...column,
          used: isUsed(name) || (tableUsed && name === read.key),
          list:
            words.find(({ columns }) => columns.includes(`${read.table}.${name}`))?.list ?? null,
        })),
        left: read.left,
      };
    });
}

/** Takes tables and the columns that checks need; gives the tables with these in use too. */
function withUseOf(tables: readonly SsdTable[], needed: readonly string[]): SsdTable[] {
  return tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      used: column.used || needed.includes(`${table.name}.${column.name}`),
    })),
  }));
}

function columnsOf(measure: Measure): string[] {
  if (measure.kind !== 'records') return [];
  return [
    ...measure.needs,
    ...(measure.instead?.needs ?? []),
    ...measure.refines.map((loss) => loss.column),
    ...measure.figures.flatMap((figure) => figure.needs),
  ];
}
