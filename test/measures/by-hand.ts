import type { Quarter } from '../../src/model/period.ts';
import { quarterFrom } from './case.ts';
import { inNative } from './native.ts';
import { person } from './rows/person.ts';

/** The quarter that parts are entered for unless another is named. */
export const QUARTER = quarterFrom('2025-26 Q1');

type Parts = Readonly<Record<string, number>>;

/** Takes a measure that is entered by hand and one of its figures; gives what tells that figure, once parts are entered for a quarter. */
export function enteredInto(
  measure: string,
  figure: string,
): (parts: Parts, quarter?: Quarter) => Promise<number | string> {
  const measured = inNative(measure);
  return async (parts, quarter = QUARTER) => {
    const answered = await measured(
      { ssd_person: [person('p', '2015-01-01')] },
      { quarters: [quarter], handEntered: [{ measure, quarter, parts }] },
    );
    return answered.figure(measure, figure, quarter);
  };
}
