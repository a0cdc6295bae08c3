import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { specPlugin } from './build/spec-plugin.ts';

/** What takes longest, so that it starts first: begun last, it would keep one core waiting for the other. */
const LONGEST = [
  'attack/returns',
  'attack/collated-pack',
  'collate/planted',
  'checks/moves',
  'second-reading',
  'engines-agree',
  'same-figures',
  'golden',
  'fixtures',
  'spec/',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((name) => moduleId.includes(name));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  plugins: [specPlugin()],
  test: {
    include: [
      'test/{unit,measures,reading,checks,dresses,attack,collate,shipped,firefox,hostile,walks}/**/*.test.ts',
      'fixtures/**/*.test.ts',
    ],
    // Files share what they import, which no test changes, and not their databases: starting anew for each took a quarter of the time.
    isolate: false,
    // The runner would leave one core to itself, though it has nothing to do meanwhile.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // A busy machine is slow, and not wrong.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
