import type { LineScan } from '../intake/line-scan.ts';
import { perform } from './task-worker.ts';

const quietly = () => undefined;

/** Takes what stops it; gives the scan of lines that a worker does, so that the page's own thread is free. */
export function scanInWorker(stop: AbortSignal): LineScan {
  return {
    numbers: async (content, places) => {
      if (places.length === 0) return [];
      const done = await perform({ task: 'number lines', content, places }, quietly, stop);
      if (done.reply !== 'numbered') throw new TypeError(`the task answered ${done.reply}`);
      return done.numbers;
    },
    mend: async (content, delimiter) => {
      const done = await perform({ task: 'mend quotes', content, delimiter }, quietly, stop);
      if (done.reply !== 'mended') throw new TypeError(`the task answered ${done.reply}`);
      return done.mended;
    },
  };
}
