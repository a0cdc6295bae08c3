import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openNative } from '../build/native.ts';
import { textFrom } from '../src/engine/sql.ts';
import { type Mutation, type Seen, measureOf } from './mutations.ts';
import type { Run } from './proof-record.ts';
import type { Property } from './properties.ts';

const PACKAGE = fileURLToPath(new URL('../package.json', import.meta.url));

interface Versions {
  readonly duckdb: string;
  readonly wasm: string;
  readonly node: string;
}

/** One definition broken on purpose, and who saw it when it was last broken. */
interface Broken {
  readonly mutation: Mutation;
  readonly run: Run<Seen> | null;
}

interface Held {
  readonly property: Property;
  /** How many seconds it took. */
  readonly run: Run<number> | null;
}

/** All that docs/proof.md tells of: every piece, with its last run, or null where it was not run or failed. */
interface Proved {
  readonly seed: number;
  readonly mostRuns: number;
  readonly slices: readonly (Run<{ readonly extracts: number; readonly seconds: number }> | null)[];
  readonly held: readonly Held[];
  readonly broken: readonly Broken[];
  readonly versions: Versions;
}

/** Gives the versions of what the proof was made with. */
export async function versions(): Promise<Versions> {
  const { dependencies } = z
    .object({ dependencies: z.object({ '@duckdb/duckdb-wasm': z.string() }) })
    .parse(JSON.parse(readFileSync(PACKAGE, 'utf8')));
  const database = await openNative();
  try {
    const found = await database.rows('select version() as version');
    return {
      duckdb: textFrom(found.at(0)['version']),
      wasm: dependencies['@duckdb/duckdb-wasm'],
      node: process.version,
    };
  } finally {
    await database.close();
  }
}

/** Takes every piece with its last run; gives docs/proof.md. */
export function proofPage({
  seed,
  mostRuns,
  slices,
  held,
  broken,
  versions: made,
}: Proved): string {
  const measures = new Set(broken.map(({ mutation }) => measureOf(mutation)));
  return `# Proof

\`npm run prove\` takes each property that \`npm test\` looks at in small at its full size, and writes this page, with DuckDB ${made.duckdb}
on Node ${made.node}; the page of Quarterlight has DuckDB-WASM ${made.wasm}. Each line has the day of its last run. A run stands until something
that it leans on changes: then the line says so, and the next \`npm run prove\` runs it again. docs/proof.json is the record.

${standing([...slices, ...held.map(({ run }) => run), ...broken.map(({ run }) => run)])}

## The second reading

${comparison(slices, seed)}

Not compared: breakdowns other than the source of referrals, rates, settings other than those given, and what is entered by
hand. These have cases worked out by hand alone.

## Other properties

| property | test | size | seconds | run |
|---|---|---|---|---|
${held.map(propertyLine).join('\n')}

## Definitions broken on purpose

Each line is a mistake that a colleague might make. It was made in a copy of \`spec/\`, and then the cases worked out by hand
of the measure named, and the comparison of that measure on up to ${inWords(mostRuns)} random extracts, were run against it.
There are ${broken.length}, over ${measures.size} measures. ${seenByBoth(broken)} The last column but one is the first extract that differed.

| mistake | file | measure | cases that turned red | extract | run |
|---|---|---|---|---|---|
${broken.map(brokenLine).join('\n')}
`;
}

function standing(runs: readonly (Run<unknown> | null)[]): string {
  const current = runs.filter((run) => run?.isCurrent).length;
  const older = runs.filter((run) => run && !run.isCurrent).length;
  const none = runs.length - current - older;
  if (current === runs.length)
    return `All ${inWords(runs.length)} pieces held on what the project is now.`;
  return (
    `Of ${inWords(runs.length)} pieces, ${inWords(current)} held on what the project is now, ${inWords(older)} on what it was ` +
    `before something they lean on changed, and ${inWords(none)} have no run yet.`
  );
}

function comparison(slices: Proved['slices'], seed: number): string {
  const run = slices.filter((slice) => slice !== null);
  const extracts = run.reduce((sum, { outcome }) => sum + outcome.extracts, 0);
  const minutes = Math.round(run.reduce((sum, { outcome }) => sum + outcome.seconds, 0) / 60);
  const [first, last] = [
    run.map(({ day }) => day).sort()[0],
    run
      .map(({ day }) => day)
      .sort()
      .at(-1),
  ];
  if (first === undefined || last === undefined) return 'No random extract has been compared yet.';
  const days = first === last ? first : `${first} to ${last}`;
  const since = run.every(({ isCurrent }) => isCurrent) ? '' : ` ${CHANGED}`;
  return `${inWords(extracts)} random extracts (seed ${seed}, ${run.length} of ${slices.length} slices, run ${days}${since}) were measured by the SQL and
by the second reading in plain loops: **no difference**. A tenth of them were looked at alone, the others twenty as one.
The slices took ${minutes} minutes, added up.`;
}

const CHANGED = '(changed since)';

function dayOf(run: Run<unknown> | null): string {
  if (!run) return 'not yet';
  return run.isCurrent ? run.day : `${run.day} ${CHANGED}`;
}

function propertyLine({ property: { says, file, size }, run }: Held): string {
  const [count, of] = size;
  const seconds = run ? inWords(run.outcome) : '';
  return `| ${says} | \`${file}\` | ${inWords(count)} ${of} | ${seconds} | ${dayOf(run)} |`;
}

function seenByBoth(broken: readonly Broken[]): string {
  const run = broken.flatMap(({ run: one }) => one ?? []);
  const both = run.filter(({ outcome }) => outcome.cases > 0 && outcome.extract !== null).length;
  return both === broken.length
    ? 'All were seen by both.'
    : `${inWords(both)} of the ${inWords(run.length)} that were run were seen by both.`;
}

function brokenLine({ mutation, run }: Broken): string {
  const { cases, extract } = run?.outcome ?? { cases: '', extract: '' };
  const { mistake, file } = mutation;
  return `| ${mistake} | \`${file}\` | ${measureOf(mutation)} | ${cases} | ${extract ?? 'missed'} | ${dayOf(run)} |`;
}

function inWords(count: number): string {
  return count.toLocaleString('en-GB');
}
