import type { Return } from '../model/return.ts';
import { definitions } from './definitions.ts';
import { DRAFT } from './draft.ts';
import { SCHEMA_VERSION, observationRows } from './observation-rows.ts';
import { symbolKey } from './symbols.ts';
import type { Terms } from './terms.ts';

/** Takes a return and its terms; gives it as JSON, keys always in one order. Throws a Problem where the terms do not define an observation. */
export function writeJson(contents: Return, terms: Terms): Uint8Array<ArrayBuffer> {
  const { policy, appVersion } = terms;
  const whole = {
    quarterlight: { version: appVersion, schemaVersion: SCHEMA_VERSION },
    status: DRAFT,
    authority: { code: contents.authority.code, name: contents.authority.name },
    quarter: contents.quarter,
    extractDate: contents.extractDate,
    made: contents.made,
    disclosure: {
      policy: policy.id,
      title: policy.title,
      withheldFrom: policy.withheldFrom,
      withheldTo: policy.withheldTo,
    },
    settings: contents.settings.map(({ measure, id, value }) => ({ measure, id, value })),
    earlyHelp: contents.earlyHelp.map(({ id, question, answer }) => ({
      id,
      question,
      answer: answer && { id: answer.id, title: answer.title },
    })),
    wordsMapped: contents.wordsMapped.map(({ list, title, count }) => ({ list, title, count })),
    symbols: symbolKey(policy),
    measures: definitions(terms),
    observations: observationRows(contents, terms),
    caveats: contents.caveats.map(({ measure, caveat }) => ({
      measure,
      kind: caveat.kind,
      says: caveat.sent,
      figures: caveat.figures,
      periods: caveat.periods,
    })),
  };
  return new TextEncoder().encode(`${JSON.stringify(whole, null, 1)}\n`);
}
