import { type Profile, emptyProfile } from '../model/profile.ts';
import type { Spec } from '../spec/types.ts';
import { byHandSchema, readByHand } from './by-hand.ts';
import { readSettings, settingsSchema } from './settings.ts';
import { membersOf, namedIn, numberOf, quoted, refusal, textOf } from './written.ts';

const FORMAT = 'quarterlight-profile';
const VERSION = 1;
const MEMBERS = ['format', 'version', 'authority', 'settings', 'by_hand'] as const;

/** What a profile is read by. */
export type ReadBy = Pick<Spec, 'measures'> & {
  readonly reference: Pick<Spec['reference'], 'authorities'>;
};

/**
 * Takes the text of a profile and what it is read by; gives the profile. Throws a Problem that says what is wrong, where,
 * and what to do: one thing wrong refuses it all, so that nobody works with half of it.
 */
export function readProfile(text: string, { measures, reference }: ReadBy): Profile {
  const read = parsed(text);
  checkVersion(read);
  const members = membersOf(read, 'it', MEMBERS);
  return {
    ...emptyProfile('000'),
    authority: readAuthority(members.get('authority'), reference.authorities),
    settings: readSettings(members.get('settings'), measures),
    byHand: readByHand(members.get('by_hand'), measures),
  };
}

/** Takes what profiles are read by; gives the JSON Schema that is published for whoever writes one. */
export function profileSchema({ measures, reference }: ReadBy) {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Quarterlight profile',
    description:
      'What a local authority keeps from one quarter to the next. It holds totals and settings, and nothing about a child. Written by npm run definitions.',
    type: 'object',
    properties: {
      format: { const: FORMAT },
      version: { const: VERSION },
      authority: { enum: reference.authorities.map(({ code }) => code) },
      settings: settingsSchema(measures),
      by_hand: byHandSchema(measures),
    },
    required: [...MEMBERS],
    additionalProperties: false,
  } as const;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw refusal('it', 'is not JSON', 'Choose the file that was saved as a profile.', cause);
  }
}

/** Before all else: what a newer version holds is not for this one to judge. */
function checkVersion(read: unknown): void {
  const members = namedIn(read, 'it');
  if (members.get('format') !== FORMAT)
    throw refusal(
      'it',
      `does not say that its format is ${quoted(FORMAT)}`,
      'Choose the file that was saved as a profile.',
    );
  const version = numberOf(members.get('version'), '‘version’', {
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    whole: true,
  });
  if (version > VERSION)
    throw refusal(
      'it',
      `is of version ${version}, and this page reads version ${VERSION}`,
      'Use the newer Quarterlight that wrote it.',
    );
}

function readAuthority(read: unknown, authorities: Spec['reference']['authorities']): string {
  const code = textOf(read, '‘authority’');
  if (!authorities.some((authority) => authority.code === code))
    throw refusal(
      '‘authority’',
      `is ${quoted(code)}, which is no local authority`,
      'Write the three digits of its DfE code in quotation marks.',
    );
  return code;
}
