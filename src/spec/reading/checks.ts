import { z } from 'zod';
import type { ColumnRef, Measure } from '../../model/measure.ts';
import type {
  Attempt,
  CheckLook,
  SpecBalance,
  SpecCheck,
  SsdTable,
  StagingView,
} from '../types.ts';
import { mustReadWhatItNames } from './cross-check.ts';
import { readYaml, specFiles, splitHeader } from './files.ts';
import { SpecProblem } from './problem.ts';
import { columnRefs, name, sentence } from './shapes.ts';
import { leaningOn, readBy } from '../views.ts';

/** What a check's places are filled in from. */
export interface CheckGround {
  readonly tables: readonly SsdTable[];
  readonly staging: readonly StagingView[];
  readonly measures: readonly Measure[];
  readonly balances: readonly SpecBalance[];
}

const word = z.union([z.string(), z.number()]);
const measureIds = z.array(z.string()).min(1);

const named = {
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower case, digits and hyphens'),
  title: sentence,
  severity: z.enum(['serious', 'warning', 'note']),
  means: sentence,
  put_right: sentence,
};

const header = z.strictObject({
  ...named,
  about: z.enum(['rows', 'the extract']).default('rows'),
  every: z.enum(['view', 'person', 'day']).optional(),
  each: z
    .array(z.looseObject({ table: name, moves: measureIds.optional() }))
    .min(1)
    .optional(),
  faults: z.array(sentence).default([]),
  remarks: z.array(sentence).default([]),
  reads: z.array(name).default([]),
  doubt: name.optional(),
  needs: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  moves: measureIds.optional(),
  try: z
    .strictObject({
      of: z.enum(['row', 'child']).default('row'),
      set: z.record(z.string(), sentence),
      says: sentence,
    })
    .optional(),
});
type Header = z.infer<typeof header>;

const sumsHeader = z.strictObject({ ...named, about: z.literal('sums') });

const LEFT_OUT = 'Each of these rows is left out.';
const NOTHING_TRIED = 'Nothing is tried: it is about the extract as a whole.';

/** What is filled into the places of one SELECT, such as {table} and {key}. */
type Places = Readonly<Record<string, string>>;

/** Takes the project's root and what places are filled in from; gives the checks in the order of their files. Throws a SpecProblem. */
export function readChecks(root: string, ground: CheckGround): SpecCheck[] {
  const found = specFiles(root, 'spec/checks', '.sql').map((file) => {
    const { header: yaml, sql } = splitHeader(file);
    return checkFrom(file.path, readYaml(yaml, header, 2), sql, ground);
  });
  const sums = specFiles(root, 'spec/checks', '.yaml').map((file) =>
    sumsFrom(file.path, readYaml(file, sumsHeader), ground),
  );
  const checks = [...found, ...sums];
  checks.forEach(({ id, file }, place) => {
    if (checks.findIndex((other) => other.id === id) !== place)
      throw new SpecProblem(file, `id: ${id} is taken already`);
  });
  return checks;
}

function checkFrom(file: string, read: Header, sql: string, ground: CheckGround): SpecCheck {
  const looks = looksOf(file, read, sql, ground);
  const moved = new Set(looks.flatMap(({ moves }) => moves));
  if (moved.size === 0) throw new SpecProblem(file, 'moves: it moves no measure');
  const tables = looks.flatMap(({ table }) => (table === null ? [] : [table]));
  const needed = looks.flatMap(({ needs }) => needs.map((ref) => ref.split('.')[0] ?? ''));
  return {
    id: read.id,
    title: read.title,
    severity: read.severity,
    kind: read.about === 'rows' ? 'rows' : 'whole',
    tables: [...new Set(tables.length > 0 ? tables : needed)],
    means: read.means,
    putRight: read.put_right,
    moves: ground.measures.map(({ id }) => id).filter((id) => moved.has(id)),
    tried: read.try?.says ?? (read.about === 'rows' ? LEFT_OUT : NOTHING_TRIED),
    file,
    looks,
    faults: read.faults,
    remarks: read.remarks,
  };
}

/** Whether sums add up is worked out with the measures: the check has no SELECT of its own. */
function sumsFrom(file: string, read: z.infer<typeof sumsHeader>, ground: CheckGround): SpecCheck {
  const compared = ground.balances.flatMap((balance) =>
    balance.kind === 'stock' ? [balance.stock, balance.starting, balance.ceasing] : [],
  );
  const moves = new Set(compared.map(({ measure }) => measure));
  return {
    id: read.id,
    title: read.title,
    severity: read.severity,
    kind: 'sums',
    tables: [],
    means: read.means,
    putRight: read.put_right,
    moves: ground.measures.map(({ id }) => id).filter((id) => moves.has(id)),
    tried: NOTHING_TRIED,
    file,
    looks: [],
    faults: [],
    remarks: [],
  };
}

function looksOf(file: string, read: Header, sql: string, ground: CheckGround): CheckLook[] {
  const instances = instancesOf(file, read, ground);
  return instances.map(({ table, places, moves }) => {
    const filled = fill(file, sql, places);
    mustReadWhatItNames(ground, {
      file,
      sql: filled,
      reads: [...read.reads, places['view'] ?? ''],
    });
    const needs = [...columnRefs(read.needs), ...namedIn(sql, table, places)];
    needs.forEach((ref) => mustBeColumn(file, ref, ground.tables));
    const known = moves ?? read.moves ?? derived(read, table, ground);
    const unknown = known.find(
      (id) => !ground.measures.some((m) => m.id === id && m.kind === 'records'),
    );
    if (unknown) throw new SpecProblem(file, `moves: there is no measure ${unknown} with records`);
    const attempt = attemptOf(file, read, table, places);
    return {
      table: table?.name ?? null,
      sql: filled,
      needs: [...new Set(needs)],
      moves: known,
      attempt,
    };
  });
}

/** The measures that count the table's rows; where a child's own row is put right, all that it can make another. */
function derived({ try: tried }: Header, table: SsdTable | null, ground: CheckGround): string[] {
  if (tried?.of === 'child') return leaningOn('ssd_person', ground);
  return table ? readBy(table.name, ground) : [];
}

interface Instance {
  readonly table: SsdTable | null;
  readonly places: Places;
  readonly moves: readonly string[] | undefined;
}

function instancesOf(file: string, read: Header, ground: CheckGround): Instance[] {
  if (read.about === 'the extract' && !read.each && !read.every)
    return doubtsOf(read, ground).map((places) => ({ table: null, places, moves: undefined }));
  const given: Instance[] = (read.each ?? []).map(({ table: id, moves, ...more }) => {
    const table = ground.tables.find((one) => one.name === id);
    if (!table) throw new SpecProblem(file, `each: there is no table ${id} in spec/ssd`);
    const own = Object.entries(more).map(([place, value]) => [place, String(word.parse(value))]);
    return { table, moves, places: { ...placesOf(table, ground), ...Object.fromEntries(own) } };
  });
  const every: Instance[] = ground.tables
    .filter((table) => table.columns.some((column) => column.used))
    .flatMap((table) =>
      everyOf(read, table, ground).map((places) => ({ table, places, moves: undefined })),
    );
  const found = [...given, ...every];
  if (found.length === 0) throw new SpecProblem(file, 'must say every or each: where it looks');
  return found;
}

/** A view's doubts, each told by its own words; where none is named, the one SELECT as it stands. */
function doubtsOf({ doubt }: Header, { staging }: CheckGround): Places[] {
  if (doubt === undefined) return [{}];
  const doubts = staging.find(({ id }) => id === doubt)?.doubts ?? [];
  return doubts.map(({ when, says }) => ({ when: `(${when})`, says: says.replaceAll("'", "''") }));
}

/** A table's places, once for each of what `every` names in it. */
function everyOf(read: Header, table: SsdTable, ground: CheckGround): Places[] {
  const places = placesOf(table, ground);
  if (read.every === 'view') {
    const text = (words: readonly string[]) =>
      words.map((one) => `'${one.replaceAll("'", "''")}'`).join(', ') || 'null';
    const told = { faults: text(read.faults), remarks: text(read.remarks) };
    return places['view'] === undefined ? [] : [{ ...places, ...told }];
  }
  if (read.every === 'person') {
    const names = table.person !== null && table.person !== table.key;
    return names && places['view'] !== undefined ? [places] : [];
  }
  if (read.every === 'day') {
    return table.columns
      .filter(({ type, used }) => type === 'date' && used)
      .map(({ name: column }) => ({ ...places, column }));
  }
  return [];
}

function placesOf(table: SsdTable, { staging }: CheckGround): Places {
  const view = staging.find(({ of }) => of === table.name);
  return {
    table: table.name,
    key: table.key ?? 'null::varchar',
    person: table.person ?? 'null::varchar',
    date: table.date ?? 'null::date',
    end: table.end ?? 'null::date',
    ...(view ? { view: view.id } : {}),
  };
}

/** Columns of the table that a place of the SQL names. */
function namedIn(sql: string, table: SsdTable | null, places: Places): ColumnRef[] {
  if (!table) return [];
  const used = [...sql.matchAll(/\{(\w+)\}/g)].map(([, place]) => places[place ?? '']);
  return table.columns
    .filter(({ name: column }) => used.includes(column))
    .map(({ name: column }): ColumnRef => `${table.name}.${column}`);
}

function attemptOf(file: string, read: Header, table: SsdTable | null, places: Places): Attempt {
  if (read.about === 'the extract' || !table) return { kind: 'none' };
  if (!read.try) return { kind: 'left out' };
  const { of, set } = read.try;
  const columns = Object.entries(set).map(([column, expression]) => [
    fill(file, column, places),
    fill(file, expression, places),
  ]);
  // A place that names no column of this table has nothing to be put right.
  const own = columns.filter(
    ([column]) => of === 'child' || table.columns.some(({ name: known }) => known === column),
  );
  return { kind: 'set', of, columns: Object.fromEntries(own) };
}

function fill(file: string, text: string, places: Places): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, place: string) => {
    const value = places[place];
    if (value === undefined) throw new SpecProblem(file, `nothing fills the place {${place}}`);
    return value;
  });
}

function mustBeColumn(file: string, ref: ColumnRef, tables: readonly SsdTable[]): void {
  const [table = '', column = ''] = ref.split('.');
  const known = tables.find((one) => one.name === table)?.columns ?? [];
  if (!known.some((one) => one.name === column))
    throw new SpecProblem(file, `needs: there is no column ${column} in ${table}`);
}
