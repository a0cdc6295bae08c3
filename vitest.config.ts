import { defineConfig } from 'vitest/config';
import { specPlugin } from './build/spec-plugin.ts';

export default defineConfig({
  plugins: [specPlugin()],
  test: {
    include: ['test/{unit,measures,reading}/**/*.test.ts', 'fixtures/**/*.test.ts'],
    // A measure's test loads and measures one made-up extract after another.
    testTimeout: 30_000,
  },
});
