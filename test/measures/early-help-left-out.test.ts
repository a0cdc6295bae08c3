import { expect, it } from 'vitest';
import type { Case, Tables } from './case.ts';
import { inNative } from './native.ts';
import { referral } from './rows/social-care.ts';

const measured = inNative('eh-1', 'eh-5');
const quarters = ['2025-26 Q1'];

function episodeOf(child: string) {
  return {
    earl_episode_id: `episode ${child}`,
    earl_person_id: child,
    earl_episode_start_date: '2025-04-10',
    earl_episode_end_date: null,
    earl_episode_end_reason: null,
  };
}

function doubted({ answer }: Case, measure: string): readonly string[] {
  const result = answer.results.find((one) => one.measure === measure);
  return (result?.caveats ?? [])
    .filter(({ kind }) => kind === 'perhaps left out')
    .map(({ sent }) => sent.split('.')[0] ?? '');
}

const FEWER =
  'Fewer than half of the children with an early help episode are known to early help alone';

async function caseOf(earlyHelp: readonly string[], socialCare: Tables): Promise<Case> {
  return measured(
    { ssd_early_help_episodes: earlyHelp.map(episodeOf), ...socialCare },
    { quarters },
  );
}

it('says nothing where half of the children have no row in social care', async () => {
  const half = await caseOf(['a', 'b'], {
    ssd_cin_episodes: [referral('r', '2024-01-01', { cine_person_id: 'a' })],
  });
  expect(doubted(half, 'eh-5')).toEqual([]);
});

it('says so beside early help, and as a finding, where fewer than half have none', async () => {
  const third = await caseOf(['a', 'b', 'c'], {
    ssd_cin_episodes: [
      referral('r', '2024-01-01', { cine_person_id: 'a' }),
      referral('s', '2024-02-01', { cine_person_id: 'a' }), // one child, twice
    ],
    ssd_cp_plans: [
      { cppl_cp_plan_id: 'plan', cppl_person_id: 'b', cppl_cp_plan_start_date: '2024-03-01' },
    ],
  });
  expect(doubted(third, 'eh-5')).toEqual([FEWER]);
  expect(doubted(third, 'eh-1')).toEqual([]); // contacts are another table
  expect(third.answer.findings.map(({ rule }) => rule)).toContain('perhaps left out');
});

it('says nothing of early help alone, nor where there is none', async () => {
  expect(doubted(await caseOf(['a', 'b'], {}), 'eh-5')).toEqual([]);
  const none = await caseOf([], { ssd_cin_episodes: [referral('r', '2024-01-01')] });
  expect(doubted(none, 'eh-5')).toEqual([]);
});
