import type { OnProgress } from '../model/progress.ts';

/** Told, now and then, what share of a piece of work is done: from 0 to 1. */
export type OnShare = (share: number) => void;

/** Takes where progress is told and the part of the whole, from 0 to 1, that a piece of work is; gives where to tell its own. */
export function within(on: OnProgress, from: number, to: number): OnProgress {
  return ({ step, share }) => on({ step, share: from + (to - from) * (share ?? 0) });
}

/** Takes where progress is told and a step's words; gives where to tell its share, passed on at each hundredth. */
export function sharesOf(on: OnProgress, step: string): OnShare {
  let told = -1;
  return (share) => {
    const hundredth = Math.floor(share * 100);
    if (hundredth <= told) return;
    told = hundredth;
    on({ step, share });
  };
}
