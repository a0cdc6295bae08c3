import type { Measure, RecordsMeasure } from '../model/measure.ts';
import type { Entry } from './entry.ts';

/** A rule that an authority may set, and the titles of the measures that go by it. */
export type Ruled = RecordsMeasure['settings'][number] & {
  /** Where it is 0 for no and 1 for yes. */
  readonly isYesOrNo: boolean;
  readonly titles: readonly string[];
};

const YES_OR_NO = / \(1 yes, 0 no\)$/;

/** Takes the measures; gives their settings in order. */
export function rulesOf(measures: readonly Measure[]): Ruled[] {
  return measures.flatMap((measure) =>
    measure.kind !== 'records'
      ? []
      : measure.settings.map((setting) => ({
          ...setting,
          title: setting.title.replace(YES_OR_NO, ''),
          isYesOrNo: setting.min === 0 && setting.max === 1,
          titles: measures
            .filter((one) => one.kind === 'records' && names(one, setting.id))
            .map(({ title }) => title),
        })),
  );
}

/** Takes a setting and the text typed for it; gives its whole number, or what is wrong. */
export function readSetting({ min, max }: Ruled, typed: string): Entry<number> {
  const text = typed.trim();
  const range = `a whole number from ${min} to ${max}`;
  if (!/^\d{1,6}$/.test(text)) return { value: null, error: `Enter ${range}` };
  const value = Number(text);
  return value < min || value > max
    ? { value: null, error: `Enter ${range}` }
    : { value, error: null };
}

/** A measure may go by the setting of another, such as the age up to which a young person counts. */
function names(measure: RecordsMeasure, setting: string): boolean {
  return (
    measure.settings.some(({ id }) => id === setting) ||
    new RegExp(`\\b${setting}\\b`).test(measure.sql)
  );
}
