import { readFileSync } from 'node:fs';
import type { CDPSession } from '@playwright/test';

/** The time that the browser's processes have taken of the processor. */
export class Processor {
  readonly #session: CDPSession;
  #spent = 0;

  constructor(session: CDPSession) {
    this.#session = session;
  }

  /** The most memory that a renderer has had, in megabytes; nought where the system does not tell. */
  async memory(): Promise<number> {
    const { processInfo } = await this.#session.send('SystemInfo.getProcessInfo');
    const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id));
    return Math.max(0, ...peaks);
  }

  /** Milliseconds since last asked. */
  async since(): Promise<number> {
    const { processInfo } = await this.#session.send('SystemInfo.getProcessInfo');
    const before = this.#spent;
    this.#spent = processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000;
    return this.#spent - before;
  }
}

function peakOf(process: number): number {
  try {
    const status = readFileSync(`/proc/${process}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    // Only Linux tells it so, and a process may have ended.
    return 0;
  }
}
