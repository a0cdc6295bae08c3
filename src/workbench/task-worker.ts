import { startBoundWorker } from '../engine/bound-worker.ts';
import { endOf } from '../engine/worker-end.ts';
import { Problem } from '../model/problem.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Reply, Task } from './task.ts';
import address from './task.worker.ts?worker&url';

/** A reply that ends a task well. */
type Done = Exclude<Reply, { reply: 'progress' | 'failed' }>;

/**
 * Takes a task; has it done by a worker of its own, which is ended when it is done, or when told to stop. Throws a
 * Problem when it failed or the worker ended by itself, AbortError when stopped.
 */
export async function perform(task: Task, on: OnProgress, stop: AbortSignal): Promise<Done> {
  stop.throwIfAborted();
  const worker = await startBoundWorker(address).catch(() => Promise.reject(notBrought()));
  if (stop.aborted) worker.terminate();
  stop.throwIfAborted();
  const outcome = new Promise<Done>((resolve, reject) => {
    stop.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')), {
      once: true,
    });
    void endOf(worker).then(() => reject(died()));
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if (data.reply === 'progress') on(data.progress);
      else if (data.reply === 'failed') reject(new Problem(data.what, data.hint));
      else resolve(data);
    });
    worker.postMessage(task);
  });
  return outcome.finally(() => worker.terminate());
}

function notBrought(): Problem {
  return new Problem(
    'A part of the page did not arrive.',
    'Nothing that was loaded is lost. Look whether this computer is connected, and try again.',
  );
}

function died(): Problem {
  return new Problem(
    'A part of the page stopped working, perhaps for want of memory.',
    'Nothing that was loaded is lost, and nothing that you typed. Close other pages and programs, then try again.',
  );
}
