import type { Audit, DisclosurePolicy, ObservationAt, Treatment } from '../../model/disclosure.ts';
import type { Caveat } from '../../model/observation.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { CaveatTold, ReturnDocument, SettingTold } from '../../model/return-document.ts';
import type { Seal } from '../about.ts';
import { SCHEMA_VERSION } from '../observation-rows.ts';
import {
  type Members,
  type Shape,
  areaName,
  day,
  listOf,
  number,
  object,
  oneOf,
  orNull,
  period,
  quarter,
  refusal,
  text,
  whole,
} from './shape.ts';

/** What a file says beside its definitions and observations. */
export interface ReadAbout {
  readonly about: Omit<ReturnDocument, 'definitions' | 'observations'>;
  /** What the file says of itself that follows from the rest. */
  readonly status: string;
  readonly release: string;
  readonly seal: Seal;
}

const CAVEAT_KINDS = [
  'window-limited',
  'refining column missing',
  'lines not read',
  'dates not read',
  'rows left out',
  'words not mapped',
  'perhaps left out',
  'from another system',
  'reference out of date',
  'authority began',
] as const satisfies readonly Caveat['kind'][];

/** Takes the members of what a file says of itself; gives it. Throws a Problem that says what is wrong, or that it is of another version. */
export function readAbout(members: Members): ReadAbout {
  const appVersion = members.of('quarterlight', knownVersion('return'));
  const status = members.of('status', text);
  const release = members.of('release', text);
  const about = {
    appVersion,
    authority: members.of('authority', authority),
    quarter: members.of('quarter', quarter),
    version: members.of('version', whole),
    made: members.of('made', text),
    signedOff: members.of('signedOff', orNull(signedOff)),
    extract: members.of('extract', orNull(extract)),
    treatment: members.of('treatment', treatment),
    settings: members.of('settings', listOf(setting)),
    earlyHelp: members.of('earlyHelp', listOf(answered)),
    wordsMapped: members.of('wordsMapped', listOf(mapped)),
    quality: members.of('quality', orNull(listOf(checkTold))),
    caveats: members.of('caveats', listOf(caveat)),
    notes: members.of('notes', listOf(note)),
    revisions: members.of('revisions', listOf(revision)),
    breakdowns: members.of('breakdowns', listOf(breakdown)),
  };
  members.of('symbols', listOf(symbol));
  return { about, status, release, seal: members.of('seal', seal) };
}

/**
 * Takes what a file should hold; gives the shape of how it says so. The first thing that is looked at: a file by another
 * version of the schema may have another shape in everything else.
 */
export function knownVersion(holds: 'return' | 'pack'): Shape<string> {
  return object((m) => {
    const version = m.of('schemaVersion', whole);
    if (version !== SCHEMA_VERSION) throw otherVersion(version);
    m.of('holds', oneOf(holds));
    return m.of('version', text);
  });
}

function otherVersion(version: number): Error {
  const why =
    version < SCHEMA_VERSION
      ? 'it is a draft by an earlier Quarterlight, made before returns were checked'
      : 'a newer Quarterlight wrote it';
  return refusal(
    'its schema',
    `is version ${version}, and this page reads version ${SCHEMA_VERSION}: ${why}`,
  );
}

const authority = object((m) => ({ code: m.of('code', text), name: m.of('name', areaName) }));
const signedOff = object((m) => ({ role: m.of('role', text), on: m.of('on', day) }));
const extract = object((m) => ({
  date: m.of('date', day),
  from: m.of('from', orNull(day)),
  to: m.of('to', orNull(day)),
}));

export const policy: Shape<DisclosurePolicy> = object((m) => ({
  id: m.of('id', text),
  title: m.of('title', text),
  withheldFrom: m.of('withheldFrom', whole),
  withheldTo: m.of('withheldTo', whole),
  roundedTo: m.of('roundedTo', orNull(whole)),
  symbol: m.of('symbol', text),
  words: m.of('words', text),
  says: m.of('says', text),
}));

const audit: Shape<Audit> = object((m) => ({
  policy: m.of('policy', text),
  version: m.of('version', whole),
  observations: m.of('observations', whole),
  withheld: m.of('withheld', whole),
  against: m.of(
    'against',
    listOf(object((one) => ({ name: one.of('name', text), sha256: one.of('sha256', text) }))),
  ),
}));

const treatment: Shape<Treatment> = object((m) => {
  const kind = m.of('kind', oneOf('shareable', 'collator'));
  return kind === 'shareable'
    ? { kind, policy: m.of('policy', policy), audit: m.of('audit', audit) }
    : { kind, agreement: m.of('agreement', text) };
});

const setting: Shape<SettingTold> = object((m) => ({
  measure: m.of('measure', text),
  id: m.of('id', text),
  value: m.of('value', number),
  title: m.of('title', text),
  unit: m.of('unit', text),
  usual: m.of('usual', number),
}));

const titled = object((m) => ({ id: m.of('id', text), title: m.of('title', text) }));
const answered = object((m) => ({
  id: m.of('id', text),
  question: m.of('question', text),
  answer: m.of('answer', orNull(titled)),
}));
const mapped = object((m) => ({
  list: m.of('list', text),
  title: m.of('title', text),
  count: m.of('count', whole),
}));
const checkTold = object((m) => ({
  id: m.of('id', text),
  title: m.of('title', text),
  severity: m.of('severity', oneOf('serious', 'warning', 'note')),
  found: m.of('found', oneOf('something', 'nothing', 'could not be made')),
}));
const caveat: Shape<CaveatTold> = object((m) => ({
  measure: m.of('measure', text),
  kind: m.of('kind', oneOf(...CAVEAT_KINDS)),
  says: m.of('says', text),
  figures: m.of('figures', listOf(text)),
  periods: m.of('periods', listOf(period)),
}));
export const breakdown = object((m) => ({
  id: m.of('id', text),
  title: m.of('title', text),
  cells: m.of('cells', listOf(titled)),
}));
export const symbol = object((m) => ({ symbol: m.of('symbol', text), means: m.of('means', text) }));
export const seal: Shape<Seal> = object((m) => ({
  withheld: m.of('withheld', whole),
  observations: m.of('observations', text),
  rest: m.of('rest', text),
}));

const place: Shape<ObservationAt> = object((m) => ({
  measure: m.of('measure', text),
  figure: m.of('figure', text),
  period: m.of('period', period),
  cell: m.of(
    'cell',
    orNull(object((one) => ({ by: one.of('by', text), cell: one.of('cell', text) }))),
  ),
}));

const outcome: Shape<Outcome> = object((m) => {
  const kind = m.of(
    'kind',
    oneOf('count', 'amount', 'ratio', 'withheld', 'missing', 'not applicable', 'not available'),
  );
  switch (kind) {
    case 'count':
    case 'amount':
      return { kind, value: m.of('value', number) };
    case 'ratio':
      return {
        kind,
        numerator: m.of('numerator', number),
        denominator: m.of('denominator', number),
        scale: m.of('scale', number),
      };
    case 'withheld':
      return { kind };
    case 'missing':
    case 'not applicable':
    case 'not available':
      return { kind, reason: m.of('reason', text) };
  }
});

export const note = object((m) => ({ at: m.of('at', place), says: m.of('says', text) }));
export const revision = object((m) => ({
  at: m.of('at', place),
  was: m.of('was', outcome),
  reason: m.of('reason', text),
}));
