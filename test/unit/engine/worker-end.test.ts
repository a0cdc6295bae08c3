import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterAwake } from '../../../src/engine/awake.ts';
import type { Database } from '../../../src/engine/database.ts';
import { QueryProblem } from '../../../src/engine/query-problem.ts';
import { EngineGone, untilEnd } from '../../../src/engine/until-end.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A database that never answers, unless it is told how. */
function database(rows: Database['rows'] = () => new Promise(() => undefined)) {
  const closed = vi.fn(() => Promise.resolve());
  const never = () => new Promise<never>(() => undefined);
  return { closed, database: { run: never, rows, lend: never, takeBack: never, close: closed } };
}

const trap = () => {
  const thrown = new Error('unreachable');
  thrown.name = 'RuntimeError';
  return thrown;
};

describe('a database whose worker ends', () => {
  it('leaves no call waiting, neither one that was asked nor one that is asked later', async () => {
    const { closed, database: real } = database();
    let end: () => void = () => undefined;
    const mortal = untilEnd(real, new Promise((resolve) => (end = resolve)));
    const asked = [mortal.rows('select 1'), mortal.run('select 1'), mortal.takeBack('in/x')];
    end();
    const gone = await mortal.gone;
    expect(gone).toBeInstanceOf(EngineGone);
    for (const each of asked) await expect(each).rejects.toBe(gone);
    await expect(mortal.lend('x', new Blob([]))).rejects.toBe(gone);
    expect(closed).toHaveBeenCalledOnce();
  });

  it('is given up where its own program broke off: what it holds cannot be trusted', async () => {
    const { closed, database: real } = database((sql) =>
      Promise.reject(new QueryProblem(sql, trap())),
    );
    const mortal = untilEnd(real, new Promise(() => undefined));
    await expect(mortal.rows('select 1')).rejects.toBeInstanceOf(EngineGone);
    await expect(mortal.gone).resolves.toBeInstanceOf(EngineGone);
    expect(closed).toHaveBeenCalledOnce();
  });

  it('lives on after a statement that failed, or found the memory full', async () => {
    const { closed, database: real } = database((sql) =>
      Promise.reject(new QueryProblem(sql, new Error('Out of Memory Error: unreachable'))),
    );
    const mortal = untilEnd(real, new Promise(() => undefined));
    await expect(mortal.rows('select 1')).rejects.toMatchObject({ isOutOfMemory: true });
    expect(closed).not.toHaveBeenCalled();
  });

  it('tells nothing when it was closed', async () => {
    const { database: real } = database();
    let end: () => void = () => undefined;
    const mortal = untilEnd(real, new Promise((resolve) => (end = resolve)));
    const told = vi.fn();
    void mortal.gone.then(told);
    await mortal.close();
    end();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).not.toHaveBeenCalled();
  });

  it('is given up where it does not heed that it is to stop', async () => {
    const { database: real } = database();
    const mortal = untilEnd(real, new Promise(() => undefined));
    const stop = new AbortController();
    const asked = mortal.rows('select 1', [], stop.signal);
    const ended = expect(asked).rejects.toBeInstanceOf(EngineGone);
    await vi.advanceTimersByTimeAsync(60_000);
    stop.abort();
    await vi.advanceTimersByTimeAsync(16_000);
    await ended;
  });
});

describe('a limit of time', () => {
  it('is due once the page was awake for so long', () => {
    const due = vi.fn();
    afterAwake(60_000, due);
    vi.advanceTimersByTime(59_000);
    expect(due).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2_000);
    expect(due).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(120_000);
    expect(due).toHaveBeenCalledOnce();
  });

  it('is not due after a night asleep', () => {
    const due = vi.fn();
    const now = vi.spyOn(performance, 'now');
    let clock = 0;
    now.mockImplementation(() => clock);
    afterAwake(60_000, due);
    clock = 8 * 3_600_000;
    vi.advanceTimersByTime(1_000);
    expect(due).not.toHaveBeenCalled();
    now.mockRestore();
  });

  it('can be called off', () => {
    const due = vi.fn();
    afterAwake(1_000, due)();
    vi.advanceTimersByTime(10_000);
    expect(due).not.toHaveBeenCalled();
  });
});
