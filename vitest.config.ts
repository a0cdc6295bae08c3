import { defineConfig } from 'vitest/config';
import { specPlugin } from './build/spec-plugin.ts';

export default defineConfig({
  plugins: [specPlugin()],
  test: {
    include: ['test/{unit,measures,reading}/**/*.test.ts', 'fixtures/**/*.test.ts'],
    // A busy machine is slow, and not wrong.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
