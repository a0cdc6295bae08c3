import { fileURLToPath } from 'node:url';

/** The project's root, which holds spec/. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
