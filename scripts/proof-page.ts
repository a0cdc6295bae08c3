import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openNative } from '../build/native.ts';
import { textFrom } from '../src/engine/sql.ts';
import type { Held } from './properties.ts';
import { type Mutation, type Seen, measureOf } from './mutations.ts';

const PACKAGE = fileURLToPath(new URL('../package.json', import.meta.url));

/** One definition broken on purpose, and who saw it. */
export interface Broken {
  readonly mutation: Mutation;
  readonly seen: Seen;
}

interface Versions {
  readonly duckdb: string;
  readonly wasm: string;
  readonly node: string;
}

/** All that docs/proof.md tells of. */
interface Proved {
  readonly asked: { readonly seed: number; readonly 'mutation-runs': number };
  readonly slices: readonly { readonly extracts: number; readonly seconds: number }[];
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

/** Takes what held; gives docs/proof.md. */
export function proofPage({ asked, slices, held, broken, versions: made }: Proved): string {
  const extracts = slices.reduce((sum, slice) => sum + slice.extracts, 0);
  const minutes = Math.round(slices.reduce((sum, slice) => sum + slice.seconds, 0) / 60);
  const measures = new Set(broken.map(({ mutation }) => measureOf(mutation)));
  return `# Proof

Made by \`npm run prove\` on ${new Date().toISOString().slice(0, 10)}, with DuckDB ${made.duckdb} on Node ${made.node}; the page has DuckDB-WASM ${made.wasm}.
It takes each property that \`npm test\` looks at in small, at its full size.

## The second reading

${inWords(extracts)} random extracts (seed ${asked.seed}, ${slices.length} slices) were measured by the SQL and by the second reading in plain loops:
**no difference**. A tenth of them were looked at alone, the others ten as one. The slices took ${minutes} minutes, added up.

Not compared: breakdowns other than the source of referrals, rates, settings other than those given, and what is entered by
hand. These have cases worked out by hand alone.

## Other properties of made-up extracts

| property | test | size | seconds |
|---|---|---|---|
${held.map(propertyLine).join('\n')}

## Definitions broken on purpose

Each line is a mistake that a colleague might make. It was made in a copy of \`spec/\`, and then the cases worked out by hand
of the measure named, and the comparison of that measure on up to ${inWords(asked['mutation-runs'])} random extracts, were run against it.
All ${broken.length} were seen by both, over ${measures.size} measures. The last column is the first extract that differed.

| mistake | file | measure | cases that turned red | extract |
|---|---|---|---|---|
${broken.map(line).join('\n')}
`;
}

function line({ mutation, seen }: Broken): string {
  return `| ${mutation.mistake} | \`${mutation.file}\` | ${measureOf(mutation)} | ${seen.cases} | ${seen.extract} |`;
}

function propertyLine({ says, file, size: [count, of], seconds }: Held): string {
  return `| ${says} | \`${file}\` | ${inWords(count)} ${of} | ${inWords(seconds)} |`;
}

function inWords(count: number): string {
  return count.toLocaleString('en-GB');
}
