import { type Day, dayOf } from '../model/day.ts';

/** Takes nothing; gives the day it is today by this computer's clock. The only place that reads it. */
export function today(): Day {
  const now = new Date();
  return dayOf(now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate());
}
