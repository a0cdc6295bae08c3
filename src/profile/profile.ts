import { parsedJson } from '../model/json.ts';
import type { Profile } from '../model/profile.ts';
import type { Spec } from '../spec/types.ts';
import { byHandSchema, readByHand } from './by-hand.ts';
import { earlyHelpSchema, readEarlyHelp } from './early-help.ts';
import { givenSchema, readGiven } from './given.ts';
import { FORMAT, MEMBERS, VERSION } from './format.ts';
import { migrated } from './migrate.ts';
import { mapsSchema, readMaps } from './maps.ts';
import { peersSchema, readPeers } from './peers.ts';
import { readReading, readingSchema } from './reading.ts';
import { readSettings, settingsSchema } from './settings.ts';
import { readWords, wordsSchema } from './words.ts';
import { membersOf, namedIn, numberOf, quoted, refusal, textOf } from './written.ts';

/** What a profile is read by. */
export type ReadBy = Pick<
  Spec,
  'measures' | 'breakdowns' | 'codeLists' | 'tables' | 'earlyHelpQuestions'
> & {
  readonly reference: Pick<Spec['reference'], 'authorities'>;
};

/**
 * Takes the text of a profile and what it is read by; gives the profile. Throws a Problem that says what is wrong, where,
 * and what to do: one thing wrong refuses it all, so that nobody works with half of it.
 */
export function readProfile(text: string, by: ReadBy): Profile {
  const read = parsed(text);
  const members = membersOf(migrated(read, versionOf(read)), 'it', MEMBERS);
  return {
    authority: readAuthority(members.get('authority'), by.reference.authorities),
    settings: readSettings(members.get('settings'), by.measures),
    byHand: readByHand(members.get('by_hand'), by.measures),
    given: readGiven(members.get('given'), by.measures, by.breakdowns),
    words: readWords(members.get('words'), by.codeLists),
    reading: readReading(members.get('reading'), by.tables),
    peers: readPeers(members.get('peers'), by.reference.authorities),
    earlyHelp: readEarlyHelp(members.get('early_help'), by.earlyHelpQuestions),
    maps: readMaps(members.get('maps'), by.measures, by.breakdowns),
  };
}

/** Takes what profiles are read by; gives the JSON Schema that is published for whoever writes one. */
export function profileSchema(by: ReadBy) {
  const { measures, breakdowns, codeLists, tables, earlyHelpQuestions, reference } = by;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Quarterlight profile',
    description:
      'What a local authority keeps from one quarter to the next. It holds totals, settings, words of its own and how its files are read, and nothing about a child. Written by npm run definitions.',
    type: 'object',
    properties: {
      format: { const: FORMAT },
      version: { const: VERSION },
      authority: { enum: reference.authorities.map(({ code }) => code) },
      settings: settingsSchema(measures),
      by_hand: byHandSchema(measures),
      given: givenSchema(measures, breakdowns),
      words: wordsSchema(codeLists),
      reading: readingSchema(tables),
      peers: peersSchema(reference.authorities),
      early_help: earlyHelpSchema(earlyHelpQuestions),
      maps: mapsSchema(measures, breakdowns),
    },
    required: [...MEMBERS],
    additionalProperties: false,
  } as const;
}

function parsed(text: string): unknown {
  try {
    return parsedJson(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const why = cause instanceof RangeError ? cause.message : 'is not JSON';
    throw refusal('it', why, 'Choose the file that was saved as a profile.', cause);
  }
}

/** Before all else: what a newer version holds is not for this one to judge. */
function versionOf(read: unknown): number {
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
  return version;
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
