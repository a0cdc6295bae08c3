import { describe, expect, it } from 'vitest';
import { memoryLimit } from '../../../src/engine/memory.ts';
import { QueryProblem } from '../../../src/engine/query-problem.ts';
import { all } from '../../../src/engine/sql.ts';
import { openWasm } from '../../measures/wasm.ts';

describe('memory', () => {
  it.each([
    [undefined, '3100MB'],
    [8, '3100MB'],
    [4, '1638MB'],
    [0.25, '102MB'],
  ])('is limited where the browser tells %s GB', (gigabytes, limit) => {
    expect(memoryLimit(gigabytes)).toBe(`set memory_limit = '${limit}'`);
  });

  it('that is full is told as such, and the engine goes on with what it holds', async () => {
    const database = await openWasm({ before: [memoryLimit(0.25)] });
    await database.run('create table kept as select 7 as seven');
    const tooMuch = `create table full_up as select repeat(random()::varchar, 40) as text from range(500000) t (i)`;
    const thrown = await database.run(tooMuch).catch((problem: unknown) => problem);
    expect(thrown).toBeInstanceOf(QueryProblem);
    expect(thrown).toMatchObject({
      isOutOfMemory: true,
      message: 'The memory that this page may use is full.',
    });
    expect(all(await database.rows('select seven from kept'))).toEqual([{ seven: 7 }]);
    await database.run('create table again as select i from range(1000) t (i)');
    await database.close();
  });
});
