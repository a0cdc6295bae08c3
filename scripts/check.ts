import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { atOnce } from './at-once.ts';

/** What is looked at without running anything, the longest first. */
const CHECKS = ['check:lint', 'check:types', 'check:dead', 'check:format'] as const;

const found = await atOnce(
  Math.max(1, cpus().length),
  CHECKS.map((name) => () => run(name)),
);
for (const { name, said, code } of found) {
  if (code === 0) continue;
  console.error(`npm run ${name} failed:\n${said}`);
  process.exitCode = 1;
}
if (found.every(({ code }) => code === 0)) console.log(`${CHECKS.join(', ')}: nothing found.`);

/** Takes a script's name; runs it, and gives what it said: told in one piece, and only where it failed. */
function run(name: string): Promise<{ name: string; said: string; code: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const add = (chunk: Buffer) => (said += chunk.toString('utf8'));
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.on('error', reject);
    child.on('close', (code) => resolve({ name, said, code: code ?? 1 }));
  });
}
