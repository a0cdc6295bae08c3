import { visibleName } from '../model/shown-text.ts';
import type { DisclosurePolicy, ObservationAt, Treatment } from '../model/disclosure.ts';
import type { Observation } from '../model/observation.ts';
import type { Outcome } from '../model/outcome.ts';
import type { CaveatTold, ReturnDocument, SettingTold } from '../model/return-document.ts';
import type { Return } from '../model/return.ts';
import { definitions } from './definitions.ts';
import { plainNumber, plainText } from './plain.ts';
import { inReadingOrder } from './reading-order.ts';
import { type Terms, definedMeasures } from './terms.ts';

/**
 * Takes a return and its terms; gives the document that every form is written from. Only what the standard names comes
 * into it, each text on one line and its numbers with 15 digits, so that every form can hold it.
 */
export function documentOf(contents: Return, terms: Terms): ReturnDocument {
  const { authority, extract, signedOff, quality } = contents;
  const defined = {
    definitions: definitions(terms),
    breakdowns: terms.breakdowns.map(({ id, title, cells }) => ({
      id,
      title,
      cells: cells.map((cell) => ({ id: cell.id, title: cell.title })),
    })),
  };
  return {
    appVersion: terms.appVersion,
    authority: { code: authority.code, name: visibleName(plainText(authority.name)) },
    quarter: contents.quarter,
    version: contents.version,
    made: contents.made,
    signedOff: signedOff && { role: plainText(signedOff.role), on: signedOff.on },
    extract: extract && { date: extract.date, from: extract.from, to: extract.to },
    treatment: treatmentOf(contents.treatment),
    settings: contents.settings.map((setting) => settingOf(setting, terms)),
    earlyHelp: contents.earlyHelp.map(answeredOf),
    wordsMapped: contents.wordsMapped.map(({ list, title, count }) => ({ list, title, count })),
    quality: quality && quality.map(checkTold),
    caveats: contents.caveats.map(caveatOf),
    notes: contents.notes.map(({ at, says }) => ({ at: placeOf(at), says: plainText(says) })),
    revisions: contents.revisions.map(({ at, was, reason }) => ({
      at: placeOf(at),
      was: outcomeOf(was),
      reason: plainText(reason),
    })),
    ...defined,
    observations: inReadingOrder(contents.observations.map(observationOf), defined),
  };
}

type Answered = Return['earlyHelp'][number];
type CheckTold = NonNullable<Return['quality']>[number];

function answeredOf({ id, question, answer }: Answered): Answered {
  return {
    id,
    question: plainText(question),
    answer: answer && { id: answer.id, title: plainText(answer.title) },
  };
}

function checkTold({ id, title, severity, found }: CheckTold): CheckTold {
  return { id, title: plainText(title), severity, found };
}

/** Takes a policy; gives it as files say it, its members in their order. */
export function policyTold(policy: DisclosurePolicy): DisclosurePolicy {
  return {
    id: policy.id,
    title: policy.title,
    withheldFrom: policy.withheldFrom,
    withheldTo: policy.withheldTo,
    roundedTo: policy.roundedTo,
    symbol: policy.symbol,
    words: policy.words,
    says: plainText(policy.says),
  };
}

function treatmentOf(treatment: Treatment): Treatment {
  if (treatment.kind === 'collator') {
    return { kind: treatment.kind, agreement: plainText(treatment.agreement) };
  }
  const { policy, audit } = treatment;
  return {
    kind: treatment.kind,
    policy: policyTold(policy),
    audit: {
      policy: audit.policy,
      version: audit.version,
      observations: audit.observations,
      withheld: audit.withheld,
      against: audit.against.map(({ name, sha256 }) => ({ name: plainText(name), sha256 })),
    },
  };
}

function settingOf({ measure, id, value }: Return['settings'][number], terms: Terms): SettingTold {
  const of = definedMeasures(terms.measures).find((one) => one.id === measure);
  const setting = of?.kind === 'records' ? of.settings.find((one) => one.id === id) : undefined;
  if (!setting) throw new RangeError(`${measure} has no setting ${id}`);
  const { title, unit, default: usual } = setting;
  return { measure, id, value: plainNumber(value), title, unit, usual };
}

function caveatOf({ measure, caveat }: Return['caveats'][number]): CaveatTold {
  const { kind, sent, figures, periods } = caveat;
  return { measure, kind, says: plainText(sent), figures: [...figures], periods: [...periods] };
}

function placeOf({ measure, figure, period, cell }: ObservationAt): ObservationAt {
  return { measure, figure, period, cell: cell && { by: cell.by, cell: cell.cell } };
}

function observationOf(observation: Observation): Observation {
  const { version, area, outcome, origin, denominatorFrom } = observation;
  const { measure, figure, period, cell } = placeOf(observation);
  return {
    measure,
    version,
    figure,
    period,
    area,
    cell,
    outcome: outcomeOf(outcome),
    origin,
    denominatorFrom: plainText(denominatorFrom ?? '') || null,
  };
}

function outcomeOf(outcome: Outcome): Outcome {
  switch (outcome.kind) {
    case 'count':
    case 'amount':
      return { kind: outcome.kind, value: plainNumber(outcome.value) };
    case 'ratio': {
      const { kind, numerator, denominator, scale } = outcome;
      return {
        kind,
        numerator: plainNumber(numerator),
        denominator: plainNumber(denominator),
        scale: plainNumber(scale),
      };
    }
    case 'withheld':
      return { kind: outcome.kind };
    case 'missing':
    case 'not applicable':
    case 'not available':
      return { kind: outcome.kind, reason: plainText(outcome.reason) };
  }
}
