import { type Day, dayOf } from '../model/day.ts';

/** Takes nothing; gives the day it is today by this computer's clock. The only place that reads it, but for the next. */
export function today(): Day {
  const now = new Date();
  return dayOf(now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate());
}

/** Takes nothing; gives this moment to the second, as ISO text in UTC. */
export function thisMoment(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
