import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Broken, breakDefinitions } from './mutations.ts';
import { runTests } from './run-tests.ts';

const PROOF = fileURLToPath(new URL('../docs/proof.md', import.meta.url));

const { values } = parseArgs({
  options: {
    /** How many random extracts are compared, and from which seed: a run can be taken up again with another. */
    runs: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '20250714' },
    /** How many for each definition broken on purpose. */
    'mutation-runs': { type: 'string', default: '300' },
  },
});

const compared = runTests(['test/measures/second-reading.test.ts'], {
  QUARTERLIGHT_RUNS: values.runs,
  QUARTERLIGHT_SEED: values.seed,
});
console.log(`${values.runs} random extracts: ${compared.passed ? 'no difference' : compared.said}`);
const broken = breakDefinitions(Number(values['mutation-runs']), (one) =>
  console.log(`${one.seenByCases && one.seenByComparison ? 'seen' : 'MISSED'}: ${one.mistake}`),
);
writeFileSync(PROOF, proof(broken));
process.exitCode = compared.passed && broken.every((one) => one.seenByCases) ? 0 : 1;

function proof(found: readonly Broken[]): string {
  const day = new Date().toISOString().slice(0, 10);
  const seen = (yes: boolean) => (yes ? 'turned red' : 'did not');
  return `# Proof

Made by \`npm run prove\` on ${day}. It takes each property that \`npm test\` looks at in small, at its full size.

## The second reading

${Number(values.runs).toLocaleString('en-GB')} random extracts (seed ${values.seed}) were measured by the SQL and by the second reading in plain loops:
${compared.passed ? '**no difference**' : '**they differ**'}, in ${compared.seconds} seconds.

## Definitions broken on purpose

Each line is a mistake that a colleague might make. It was made in a copy of \`spec/\`; the cases worked out by hand, and the
comparison on ${values['mutation-runs']} random extracts, were then run against it.

| mistake | file | cases by hand | comparison |
|---|---|---|---|
${found.map((one) => `| ${one.mistake} | \`${one.file}\` | ${seen(one.seenByCases)} | ${seen(one.seenByComparison)} |`).join('\n')}
`;
}
