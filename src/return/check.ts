import { noneIsSmall } from '../disclosure/safe.ts';
import { observationKey } from '../model/observation.ts';
import { valueOf } from '../model/outcome.ts';
import { Problem } from '../model/problem.ts';
import type { ReturnDocument } from '../model/return-document.ts';

/** Takes a document, and the measures that are not about children; throws a Problem where it must not be written. A last look: types do not hold across a worker's messages. */
export function checkDocument(document: ReturnDocument, notAboutChildren: readonly string[]): void {
  checkTreatment(document, notAboutChildren);
  const { made, authority, observations } = document;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(made)) {
    throw refusal(`“${made}” does not say when it is made`);
  }
  const defined = definedIn(document);
  const keys = new Set<string>();
  for (const { measure, figure, period, cell, area, outcome } of observations) {
    const key = `${measure} ${observationKey(figure, period, cell)}`;
    if (!Number.isFinite(valueOf(outcome) ?? 0)) throw refusal(`${key} is not a number`);
    if (area !== authority.code) throw refusal(`${key} is about another authority, ${area}`);
    if (keys.has(key)) throw refusal(`${key} is in it twice`);
    keys.add(key);
    const named = cell
      ? [`${measure} ${figure}`, `${cell.by} ${cell.cell}`]
      : [`${measure} ${figure}`];
    const unknown = named.find((name) => !defined.has(name));
    if (unknown !== undefined) throw refusal(`nothing defines “${unknown}”`);
  }
}

function checkTreatment(
  { treatment, observations }: ReturnDocument,
  notAboutChildren: readonly string[],
): void {
  if (treatment.kind === 'collator') {
    if (treatment.agreement !== '') return;
    throw refusal('it is complete, and does not name the agreement that allows it to be sent');
  }
  const { policy, audit } = treatment;
  if (!noneIsSmall(observations, policy, { notAboutChildren })) {
    throw refusal('a number that must be withheld was about to go into it');
  }
  const withheld = observations.filter(({ outcome }) => outcome.kind === 'withheld').length;
  const audited = audit.observations === observations.length && audit.withheld === withheld;
  if (audit.policy !== policy.id || !audited) {
    throw refusal('the audit is not of the observations that were about to go into it');
  }
}

/** Takes a document; gives all that it defines: `measure figure` and `breakdown cell`. */
export function definedIn({
  definitions,
  breakdowns,
}: Pick<ReturnDocument, 'definitions' | 'breakdowns'>): ReadonlySet<string> {
  return new Set([
    ...definitions
      .filter(({ breakdownOf }) => breakdownOf === null)
      .flatMap(({ id, figures }) => figures.map((figure) => `${id} ${figure.id}`)),
    ...breakdowns.flatMap(({ id, cells }) => cells.map((cell) => `${id} ${cell.id}`)),
  ]);
}

function refusal(why: string): Problem {
  return new Problem(
    `The return was not written: ${why}.`,
    'This is a fault in Quarterlight, not in your extract. Please report it.',
  );
}
