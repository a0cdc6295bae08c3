import type { ReturnDocument } from '../model/return-document.ts';
import { SCHEMA_VERSION } from './observation-rows.ts';
import { releaseOf, statusOf } from './status.ts';
import { SYMBOLS } from './symbols.ts';

/** What holds a file against itself: how it was when it was written. */
export interface Seal {
  /** How many observations were withheld. */
  readonly withheld: number;
  /** SHA-256 of the observations, and of all else. */
  readonly observations: string;
  readonly rest: string;
}

/** Takes a document; gives all that it says beside its definitions and observations, its keys always in one order. */
export function aboutOf(document: ReturnDocument) {
  const { authority, quarter, version, made, signedOff, extract, treatment } = document;
  return {
    quarterlight: { version: document.appVersion, schemaVersion: SCHEMA_VERSION, holds: 'return' },
    status: statusOf(document),
    release: releaseOf(document),
    authority,
    quarter,
    version,
    made,
    signedOff,
    extract,
    treatment,
    symbols: SYMBOLS,
    settings: document.settings,
    earlyHelp: document.earlyHelp,
    wordsMapped: document.wordsMapped,
    quality: document.quality,
    caveats: document.caveats,
    notes: document.notes,
    revisions: document.revisions,
    breakdowns: document.breakdowns,
  };
}
