import { Problem } from '../../../src/model/problem.ts';
import { readProfile } from '../../../src/profile/profile.ts';
import { spec } from '../../../src/spec/spec.ts';

export const HEAD = '"format": "quarterlight-profile", "version": 3, "authority": "301"';

const NOTHING: Readonly<Record<string, string>> = {
  given: '[]',
  words: '[]',
  reading:
    '{"tables": {}, "without_heading": {}, "columns": {}, "day_order": {}, "early_help_persons": null}',
  peers: '[]',
  early_help: '{}',
  maps: '[]',
};

/** Takes the entries and settings of a profile as text, and what else it holds, by section; gives the profile's text. */
export function profile(
  byHand: string,
  settings = '{}',
  more: Readonly<Record<string, string>> = {},
): string {
  const sections = Object.entries({ ...NOTHING, ...more }).map(
    ([name, text]) => `"${name}": ${text}`,
  );
  return `{${[HEAD, `"settings": ${settings}`, `"by_hand": [${byHand}]`, ...sections].join(', ')}}`;
}

/** Takes a section and its text; gives the text of a profile that holds it and nothing else. */
export function holding(section: string, text: string): string {
  return profile('', '{}', { [section]: text });
}

/** Takes a part of how files are read, and its text; gives the text of a profile that holds it and nothing else. */
export function settled(part: string, text: string): string {
  const none = `"${part}": ${part === 'early_help_persons' ? 'null' : '{}'}`;
  return holding('reading', (NOTHING['reading'] ?? '').replace(none, `"${part}": ${text}`));
}

/** Takes the text of a profile; gives what its refusal says, first what was wrong and then what to do. */
export function refused(text: string): readonly [what: string, hint: string] {
  try {
    readProfile(text, spec);
  } catch (thrown) {
    if (thrown instanceof Problem) return [thrown.message, thrown.hint];
    throw thrown;
  }
  throw new Error(`this was read: ${text}`);
}
