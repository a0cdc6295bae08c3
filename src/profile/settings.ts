import type { Measure } from '../model/measure.ts';
import type { Profile } from '../model/profile.ts';
import { namedIn, numberOf, quoted, refusal } from './written.ts';

/** Takes the section `settings` as it was read and the measures; gives the settings. Throws a Problem that says which is wrong. */
export function readSettings(read: unknown, measures: readonly Measure[]): Profile['settings'] {
  const known = settingsOf(measures);
  const entries = [...namedIn(read, '‘settings’')].map(([id, value]) => {
    const setting = known.find((candidate) => candidate.id === id);
    if (!setting)
      throw refusal(
        '‘settings’',
        `has ${quoted(id)}, which is no setting`,
        'Take it out, or write the id as the definition pages give it.',
      );
    const { min, max } = setting;
    return [id, numberOf(value, `${quoted(id)} in ‘settings’`, { min, max, whole: true })] as const;
  });
  return Object.fromEntries(entries);
}

/** Takes the measures; gives what JSON Schema says of the section. */
export function settingsSchema(measures: readonly Measure[]) {
  const properties = Object.fromEntries(
    settingsOf(measures).map(({ id, title, min, max, default: usual }) => [
      id,
      { title, type: 'integer', minimum: min, maximum: max, default: usual },
    ]),
  );
  return { type: 'object', properties, additionalProperties: false } as const;
}

function settingsOf(measures: readonly Measure[]) {
  return measures.flatMap((measure) => (measure.kind === 'records' ? measure.settings : []));
}
