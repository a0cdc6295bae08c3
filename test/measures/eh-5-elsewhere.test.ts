import { expect, it } from 'vitest';
import type { PersonIds } from '../../src/model/reading.ts';
import { QUARTER, fromElsewhere, saidBeside } from './elsewhere.ts';
import { earlyHelp } from './rows/early-help.ts';
import { ehEpisode } from './rows/elsewhere.ts';
import { referral } from './rows/social-care.ts';

const given = fromElsewhere('eh-3', 'eh-5', 'eh-8');

it('episodes of one child in two systems are linked where the ids are shared, and kept apart where they are not', async () => {
  const tables = {
    ssd_early_help_episodes: [
      earlyHelp('1', 'a', '2024-10-01', '2025-03-01'),
      earlyHelp('9', 'a', '2025-06-01', null),
    ],
    eh_episodes: [ehEpisode('2', 'a', '2025-05-20')],
  };
  const shared = await given(tables, 'shared');
  expect(shared.figure('eh-3', 'episodes', QUARTER)).toBe(2); // both follow the first
  expect(shared.figure('eh-5', 'children', QUARTER)).toBe(1);
  const apart = await given(tables, 'of its own');
  expect(apart.figure('eh-3', 'episodes', QUARTER)).toBe(1);
  expect(apart.figure('eh-5', 'children', QUARTER)).toBe(2);
});

it('does not ask of early help with ids of its own whether children were left out', async () => {
  const tables = {
    ssd_cin_episodes: [referral('r', '2025-05-05', { cine_person_id: 'a' })],
    eh_episodes: [ehEpisode('1', 'a', '2025-05-02')],
  };
  const doubted = async (said: PersonIds) => saidBeside(await given(tables, said), 'eh-8').join();
  expect(await doubted('of its own')).not.toContain('Fewer than half');
  expect(await doubted('shared')).toContain('Fewer than half');
});
