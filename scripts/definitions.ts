import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSpec } from '../src/spec/reading/read-spec.ts';
import { definitionsPage } from './definitions-page.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

writeFileSync(`${ROOT}docs/definitions.md`, definitionsPage(readSpec(ROOT)));
