import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeZip } from '../src/files/write-zip.ts';
import { readReturn } from '../src/return/read/read-return.ts';
import { writeDocument } from '../src/return/write.ts';
import { readSpec } from '../src/spec/reading/read-spec.ts';
import { knownTermsOf } from '../src/workbench/known-terms.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EXAMPLE = ['datapackage.json', 'observations.csv', 'measures.csv'] as const;

/** The pages of the printed example that the docs show, by the picture's name; needs LibreOffice and pdftoppm. */
const PAGES = { 'workbook-cover': 1, 'workbook-riia': 2 } as const;

const spec = readSpec(ROOT);
const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
const files = EXAMPLE.map(
  (name) => [name, new Uint8Array(readFileSync(`${ROOT}docs/return/example/${name}`))] as const,
);
const { document } = await readReturn(
  await writeZip(files, '2025-08-01T09:00:00Z'),
  'example.zip',
  knownTermsOf(spec),
);
const terms = {
  standard: spec.returnStandard,
  notAboutChildren: spec.disclosure.notAboutChildren,
};
const { bytes } = await writeDocument(document, terms, 'workbook');
writeFileSync(join(folder, 'return.xlsx'), bytes);
execFileSync('soffice', [
  ...[`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf'],
  ...['--outdir', folder, join(folder, 'return.xlsx')],
]);
for (const [name, page] of Object.entries(PAGES)) {
  execFileSync('pdftoppm', [
    ...['-png', '-r', '70', '-singlefile', '-f', String(page), '-l', String(page)],
    ...[join(folder, 'return.pdf'), `${ROOT}docs/screenshots/${name}`],
  ]);
}
rmSync(folder, { recursive: true });
