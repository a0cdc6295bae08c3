import { grouped } from './grouped.ts';
import type { Stories, Story } from './stories.ts';

/** When a story counts: in the quarter it starts or ends in, or at the end of every quarter in which it goes on. */
type When = 'starts' | 'ends' | 'goes on';

/** How a measure counts stories. */
export interface Count {
  readonly of: readonly Story[];
  readonly when: When;
  /** By the name of a condition, what a story must have in a quarter to meet it. */
  readonly conditions: Readonly<Record<string, (story: Story, quarter: number) => boolean>>;
  /** The condition that a child's first in a period meets alone. */
  readonly firstOfChild?: string;
  /** Whether a child counts once in a period, by its first story, and meets what any of them meets. */
  readonly once?: true;
}

const flagged = (flag: string) => (story: Story) => story.flags.has(flag);
const ended = (reason: string) => (story: Story) => story.words['end_reason'] === reason;

/** Takes what happens in an authority; gives how each measure counts it, by the measure's id. */
export function countsOf(stories: Stories): Readonly<Record<string, Count>> {
  return { ...ofReferrals(stories), ...ofCare(stories), ...ofEarlyHelp(stories) };
}

function ofReferrals(stories: Stories): Record<string, Count> {
  const starts = { when: 'starts', conditions: {} } as const;
  return {
    'riia-01': { ...starts, of: stories.contact, firstOfChild: 'is_first_of_child' },
    'riia-02': { ...starts, of: stories.referral },
    'riia-04': { ...starts, of: stories.referral, conditions: { is_repeat: flagged('repeat') } },
    'riia-05': { ...starts, of: stories.started },
    'riia-06': { ...starts, of: stories.completed },
    'riia-07': {
      ...{ ...starts, of: stories.completed },
      conditions: {
        has_start: flagged('start'),
        within_45_of_start: flagged('within_45_of_start'),
        has_referral: flagged('referral'),
        within_45_of_referral: flagged('within_45_of_referral'),
      },
    },
    'riia-10': { ...starts, of: stories.enquiry },
    'riia-11': { ...starts, of: stories.conference },
    'riia-12': {
      ...{ ...starts, of: stories.conference },
      conditions: { has_enquiry: flagged('enquiry'), within_15: flagged('within_15') },
    },
  };
}

function ofCare({ need, plan, protection, care, leaver }: Stories): Record<string, Count> {
  const open = { when: 'goes on', once: true, conditions: {} } as const;
  const starts = { when: 'starts', conditions: {} } as const;
  const unaccompanied = flagged('unaccompanied');
  const outside = { not_cp_or_cla: outsideOf([...protection, ...care]) };
  return {
    'riia-08': { ...open, of: need, conditions: outside },
    'riia-09': { ...open, of: plan },
    'riia-13': { ...open, of: protection },
    'riia-14': { ...starts, of: protection },
    'riia-15': { ...starts, when: 'ends', of: protection },
    'riia-16': { ...starts, of: protection, conditions: { is_repeat: flagged('before') } },
    'riia-17': { ...starts, of: protection, conditions: { is_repeat: flagged('lately') } },
    'riia-18': { ...open, of: care },
    'riia-19': { ...starts, of: care, once: true },
    'riia-20': { ...starts, when: 'ends', of: care, once: true },
    'riia-21': { ...open, of: care, conditions: { is_unaccompanied: unaccompanied } },
    'riia-22': { ...open, of: leaver },
    'riia-23': { ...open, of: leaver.filter(unaccompanied) },
  };
}

function ofEarlyHelp(stories: Stories): Record<string, Count> {
  const { earlyHelpContact, earlyHelp, upByReferral, stepDown } = stories;
  const starts = { when: 'starts', conditions: {} } as const;
  const ends = { ...starts, when: 'ends', of: earlyHelp } as const;
  const up = [...earlyHelp.filter(ended('stepped_up')), ...upByReferral];
  const byReferral = new Set(upByReferral);
  return {
    'eh-1': { ...starts, of: earlyHelpContact, firstOfChild: 'first_of_child' },
    'eh-2': { ...starts, of: earlyHelp, conditions: { after_contact: flagged('contact') } },
    'eh-3': { ...starts, of: earlyHelp, conditions: { again: flagged('again') } },
    'eh-5': { ...starts, when: 'goes on', of: earlyHelp, once: true },
    'eh-6': {
      ...{ of: up, when: 'ends', once: true },
      conditions: {
        by_end_reason: (story) => !byReferral.has(story),
        by_referral: (story) => byReferral.has(story),
      },
    },
    'eh-7': {
      ...{ of: stepDown.filter(({ flags }) => flags.size > 0), when: 'starts', once: true },
      conditions: { by_close_reason: flagged('reason'), by_episode: flagged('episode') },
    },
    'eh-8': ends,
    'eh-9': {
      ...ends,
      conditions: { outcome_met: ended('met'), reason_not_mapped: ended('unknown') },
    },
  };
}

/** Whether the child of a story is in none of some others at the end of a quarter. */
function outsideOf(others: readonly Story[]): (story: Story, quarter: number) => boolean {
  const byChild = grouped(others, ({ child }) => child.number);
  return ({ child }, quarter) => !(byChild.get(child.number) ?? []).some((o) => goesOn(o, quarter));
}

/** Takes a story and a quarter; tells whether it goes on at the quarter's end. */
export function goesOn({ starts, ends }: Story, quarter: number): boolean {
  return starts <= quarter && ends > quarter;
}
