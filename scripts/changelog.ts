import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { changelogPage } from './changelog-page.ts';

writeFileSync(fileURLToPath(new URL('../CHANGELOG.md', import.meta.url)), changelogPage());
