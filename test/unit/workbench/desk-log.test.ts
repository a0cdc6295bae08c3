import { describe, expect, it } from 'vitest';
import { NO_CHOICES } from '../../../src/model/collation.ts';
import type { CollateAsk } from '../../../src/workbench/collate-ask.ts';
import { DeskLog } from '../../../src/workbench/desk-log.ts';

const read: CollateAsk = { ask: 'read', files: [] };
const choose: CollateAsk = { ask: 'choose', choices: NO_CHOICES };
const away: CollateAsk = { ask: 'take away', place: 1 };

/** What the log would ask again, in words. */
const asked = (log: DeskLog) => log.all.map(({ ask: { ask }, files }) => [ask, files]);

describe('what is asked again of a worker that takes the place of another', () => {
  it('is what changed what it held, in the order that it was asked', () => {
    const log = new DeskLog();
    for (const ask of [read, { ask: 'view' }, choose, away, { ask: 'project' }, read] as const)
      log.done(ask);
    expect(asked(log)).toEqual([
      ['read', null],
      ['choose', null],
      ['take away', null],
      ['read', null],
    ]);
  });

  it('is the last of several choices in a row: each holds them all', () => {
    const log = new DeskLog();
    const last = {
      ask: 'choose',
      choices: { ...NO_CHOICES, accepted: { one: 'a note' } },
    } as const;
    log.done(choose);
    log.done(last);
    expect(log.all).toEqual([{ ask: last, files: null }]);
  });

  it('of a reading that was stopped is as many files as were held then', () => {
    const log = new DeskLog();
    log.brokeOff(read);
    expect(asked(log)).toEqual([]);
    log.held(7);
    log.held(9);
    expect(asked(log)).toEqual([['read', 7]]);
  });

  it('is nothing of a question that failed', () => {
    const log = new DeskLog();
    log.brokeOff({ ask: 'view' });
    log.held(3);
    expect(asked(log)).toEqual([]);
  });
});
