import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { profileSchema } from '../src/profile/profile.ts';
import { readSpec } from '../src/spec/reading/read-spec.ts';
import { definitionsPage } from './definitions-page.ts';
import { limitsPage } from './limits-page.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const spec = readSpec(ROOT);

writeFileSync(`${ROOT}docs/definitions.md`, definitionsPage(spec));
writeFileSync(`${ROOT}docs/limits.md`, limitsPage());
writeFileSync(
  `${ROOT}public/profile.schema.json`,
  `${JSON.stringify(profileSchema(spec), null, 2)}\n`,
);
