import type { Profile } from '../model/profile.ts';
import type { HandEntry } from '../model/question.ts';
import type { Spec } from '../spec/types.ts';
import { FORMAT, VERSION } from './format.ts';
import { Members, type Written, byText } from './members.ts';
import { givenOf, mapsOf } from './write-given.ts';

/**
 * Takes a profile and the measures; gives the text of its file. The same profile gives the same bytes, however it came
 * about: all is in a fixed order, and has a line of its own, so that a person can read it and compare two.
 */
export function writeProfile(profile: Profile, { measures }: Pick<Spec, 'measures'>): string {
  const { authority, settings, byHand, given, words, reading, peers, earlyHelp, maps } = profile;
  const places = new Map(measures.map(({ id }, place) => [id, place]));
  const whole = new Members([
    ['format', FORMAT],
    ['version', VERSION],
    ['authority', authority],
    ['settings', sorted(settings)],
    ['by_hand', inOrder(byHand, places).map((entry) => entryOf(entry, measures))],
    ['given', givenOf(given, places)],
    ['words', wordsOf(words)],
    ['reading', readingOf(reading)],
    ['peers', peersOf(peers)],
    ['early_help', sorted(earlyHelp)],
    ['maps', mapsOf(maps)],
  ]);
  return `${opened(whole, '')}\n`;
}

/** Takes the code of an authority; gives the name of the file that its profile is saved in. */
export function profileFileName(authority: string): string {
  return `quarterlight-profile-${authority}.json`;
}

function inOrder(
  entries: readonly HandEntry[],
  places: ReadonlyMap<string, number>,
): readonly HandEntry[] {
  return [...entries].sort(
    (one, other) =>
      byText(one.quarter, other.quarter) ||
      (places.get(one.measure) ?? 0) - (places.get(other.measure) ?? 0),
  );
}

function entryOf({ measure: id, quarter, parts }: HandEntry, measures: Spec['measures']): Members {
  const measure = measures.find((one) => one.id === id);
  const order = measure && measure.kind !== 'breakdown' ? measure.parts.map((part) => part.id) : [];
  const written = order.flatMap((part) => {
    const value = parts[part];
    return value === undefined ? [] : [[part, value] as const];
  });
  return new Members([
    ['measure', id],
    ['quarter', quarter],
    ['parts', new Members(written)],
  ]);
}

function wordsOf(words: Profile['words']): Members[] {
  return [...words]
    .sort((one, other) => byText(one.list, other.list) || byText(one.word, other.word))
    .map(({ list, word, group }) => {
      return new Members([
        ['list', list],
        ['word', word],
        ['group', group],
      ]);
    });
}

function readingOf(reading: Profile['reading']): Members {
  return new Members([
    ['tables', sorted(reading.tables)],
    ['without_heading', sorted(reading.withoutHeading)],
    ['columns', sortedWithin(reading.columns)],
    ['day_order', sortedWithin(reading.dayOrder)],
    ['early_help_persons', reading.earlyHelpPersons],
  ]);
}

function peersOf(peers: Profile['peers']): Members[] {
  return [...peers]
    .sort((one, other) => byText(one.name, other.name))
    .map(
      ({ name, authorities }) =>
        new Members([
          ['name', name],
          ['authorities', [...authorities].sort(byText)],
        ]),
    );
}

function sorted(record: Readonly<Record<string, string | number | null>>): Members {
  return new Members(Object.entries(record).sort(([one], [other]) => byText(one, other)));
}

function sortedWithin(
  record: Readonly<Record<string, Readonly<Record<string, string | null>>>>,
): Members {
  const entries = Object.entries(record).map(([name, inner]) => [name, sorted(inner)] as const);
  return new Members(entries.sort(([one], [other]) => byText(one, other)));
}

/** An object or list of objects has a line a member; what stands in a list, and what has no more within, has one line. */
function opened(value: Written, indent: string): string {
  const inner = `${indent}  `;
  if (value instanceof Members && value.entries.length > 0) {
    const lines = value.entries.map(
      ([name, member]) => `${inner}${JSON.stringify(name)}: ${opened(member, inner)}`,
    );
    return `{\n${lines.join(',\n')}\n${indent}}`;
  }
  if (isList(value) && value.length > 0) {
    return `[\n${value.map((item) => inner + closed(item)).join(',\n')}\n${indent}]`;
  }
  return closed(value);
}

function closed(value: Written): string {
  if (value instanceof Members) {
    const members = value.entries.map(
      ([name, member]) => `${JSON.stringify(name)}:${closed(member)}`,
    );
    return `{${members.join(',')}}`;
  }
  return isList(value) ? `[${value.map(closed).join(',')}]` : JSON.stringify(value);
}

function isList(value: Written): value is readonly Written[] {
  return Array.isArray(value);
}
