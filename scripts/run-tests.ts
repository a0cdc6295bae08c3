import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const VITEST = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));

const A_DAY = 86_400_000;

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** What came of one file of tests: what the tests that turned red said; nothing where all are green. */
export interface FileRun {
  readonly red: readonly string[];
  readonly seconds: number;
}

/**
 * Takes files of tests, by their path in the project, and variables; runs them, and gives what came of each. Throws where a
 * file has no test that ran: red must come of a test, and not of what could not be read.
 */
export async function runTests(
  files: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, FileRun>> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterlight-run-'));
  const start = Date.now();
  try {
    const to = join(folder, 'report.json');
    // A proof has time: on a busy machine no test is red for being slow.
    const patient = [`--testTimeout=${A_DAY}`, `--hookTimeout=${A_DAY}`];
    const told = ['--reporter=json', `--outputFile=${to}`];
    const said = await vitest([...files, ...patient, ...told], env);
    const seconds = Math.round((Date.now() - start) / 1000);
    return new Map(
      readReport(to, said).map(({ name, message, assertionResults }) => {
        if (!assertionResults.some(({ status }) => status === 'passed' || status === 'failed'))
          throw new Error(`${relative(ROOT, name)} could not be run: ${message || said}`);
        const failed = assertionResults.filter(({ status }) => status === 'failed');
        const red = failed.map(({ failureMessages }) => (failureMessages ?? []).join('\n'));
        return [relative(ROOT, name), { red, seconds }];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readReport(path: string, said: string): z.infer<typeof report>['testResults'] {
  try {
    return report.parse(JSON.parse(readFileSync(path, 'utf8'))).testResults;
  } catch (cause) {
    throw new Error(`The tests did not report: ${said}`, { cause });
  }
}

/** Runs the tests to their end, and gives all that was printed; red tests are no error. */
function vitest(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const run = spawn(process.execPath, [VITEST, 'run', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env, NO_COLOR: '1' },
  });
  const said: string[] = [];
  for (const stream of [run.stdout, run.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => said.push(text));
  }
  // Where another piece fails, what runs beside it ends with the proof.
  const end = () => run.kill();
  process.once('exit', end);
  return new Promise((resolve, reject) => {
    run.on('error', reject);
    run.on('close', () => {
      process.off('exit', end);
      resolve(said.join(''));
    });
  });
}
