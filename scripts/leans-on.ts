import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What the build reads for the modules that are no files. Whether the SQL binds changes no figure. */
const BUILT: Readonly<Record<string, readonly string[]>> = {
  'virtual:spec': ['spec', 'src/spec/reading/read-spec.ts'],
  'virtual:published': ['spec', 'src/spec/reading/published.ts'],
};

const locked = z
  .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))).packages;

const importedBy = new Map<string, readonly string[]>();

/**
 * Takes a test and the files and folders that it reads beside what it imports, all by their path in the project; gives what
 * the text of all that can change its outcome is known by: what it imports, and what that imports, and the versions of packages.
 */
export function leansOn(test: string, read: readonly string[] = []): string {
  const files = new Set<string>();
  const packages = new Set<string>();
  const open = [test, ...read];
  for (const path of open) {
    for (const file of filesIn(path)) {
      if (files.has(file)) continue;
      files.add(file);
      for (const name of importsOf(file)) {
        const found = foundAt(file, name);
        if (found === null) packages.add(packageOf(name));
        else open.push(...found);
      }
    }
  }
  const hash = createHash('sha256');
  for (const file of [...files].sort()) hash.update(file).update(readFileSync(join(ROOT, file)));
  for (const name of [...packages].sort())
    hash.update(`${name} ${locked[`node_modules/${name}`]?.version ?? ''}`);
  return hash.digest('hex').slice(0, 16);
}

/** Types are gone when a test is run: what imports nothing else is not leant on. */
function importsOf(file: string): readonly string[] {
  if (!/\.tsx?$/.test(file)) return [];
  const known = importedBy.get(file);
  if (known) return known;
  const { outputText } = ts.transpileModule(readFileSync(join(ROOT, file), 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const imports = ts.preProcessFile(outputText).importedFiles.map(({ fileName }) => fileName);
  importedBy.set(file, imports);
  return imports;
}

/** Files and folders of the project; null for a package. */
function foundAt(file: string, name: string): readonly string[] | null {
  if (name in BUILT) return BUILT[name] ?? [];
  if (!name.startsWith('.')) return null;
  const path = relative(ROOT, join(ROOT, dirname(file), name.replace(/\?.*$/, '')));
  if (!existsSync(join(ROOT, path))) throw new Error(`${file} imports ${name}, which is not there`);
  return [path];
}

function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

function filesIn(path: string): string[] {
  if (!statSync(join(ROOT, path)).isDirectory()) return [path];
  return readdirSync(join(ROOT, path))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
