import { lastDay } from '../model/period.ts';
import type { Peers, Placed } from '../model/comparison.ts';
import type { PublishedTerms } from '../model/published.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import type { Compared } from './compared.ts';
import type { Field } from './field.ts';
import { notesOn } from './field-notes.ts';
import { type PeersKnown, type Place, peersIn } from './peers.ts';
import { type Ground, place } from './place.ts';
import type { FieldAsked, Sources } from './request.ts';
import { type Span, spanOf, whyNoFigure } from './there.ts';
import { totalOf } from './total.ts';

/** A field, with the version of the definition that its own figure was made by. */
export interface MadeField {
  readonly field: Field;
  readonly ownVersion: number | null;
}

/** Takes what is asked, the sources and what is known; gives all that is known of the figure, like beside like. */
export function makeField(
  request: FieldAsked,
  sources: Sources,
  known: PeersKnown & { readonly published: PublishedTerms },
): MadeField {
  const { asked, compared, area } = request;
  const { places } = sources;
  const peers = peersIn(request.set, { ...sources, area, day: lastDay(asked.period) }, known);
  const nothing = nothingSaid(known.published);
  const all = candidatesOf(sources.inOrder, asked, compared, nothing);
  const span = spanOf(asked.period, compared.measure.period === 'snapshot');
  const there = placesThere(area, sources, span);
  const beside = [...all.values()].filter((one) => there.has(one.area.code));
  const version = versionOf(beside, area);
  const alike = beside.filter((one) => one.version === null || one.version === version);
  const year = sources.populations.yearFor(countsIn(alike), asked.period);
  const ground: Ground = {
    ...{ basis: compared.basis, period: asked.period, populations: sources.populations, year },
    says: (symbol) => saysOf(symbol, known.published),
  };
  const { placed, why } = placeAll(alike, ground, places);
  for (const one of beside) {
    if (!alike.includes(one)) why.set(one.area.code, madeBy(one.version, version));
  }
  const own = placed.find((one) => one.area === area) ?? null;
  const everyone = compared.basis.kind === 'alone' ? placed.filter((one) => one === own) : placed;
  const field: Field = {
    ...{ asked, figure: compared.figure, own, peers, everyone },
    without: withoutOf(peers, everyone, { why, span, compared, places }),
    total: totalOf(request, peers, all, { ground, version, places }),
    notes: notesOn({
      ...{ asked, compared, terms: known.published, placed: everyone, year, version },
      sources: sources.inOrder.map(({ columns }) => columns.source),
      ownNotThere: own === null ? whyOwn(area, places, span) : null,
      otherVersion: beside.length - alike.length,
    }),
  };
  return { field, ownVersion: all.get(area ?? '')?.version ?? null };
}

/** Takes what is known of published figures; gives the symbols that leave room for another source's figure. */
function nothingSaid({ symbols }: PublishedTerms): ReadonlySet<string> {
  // A return's own for what is missing, and its x, which DfE has too.
  return new Set(['m', 'x', ...symbols.filter((one) => one.nothing).map(({ symbol }) => symbol)]);
}

function saysOf(symbol: string, { symbols }: PublishedTerms): string {
  return symbols.find((one) => one.symbol === symbol)?.says ?? symbol;
}

/** Authorities of the same kind as the one that is asked for, real or made up, that have figures of their own. */
function placesThere(area: string | null, { places }: Sources, span: Span): ReadonlySet<string> {
  const synthetic = area === null ? false : (places.get(area)?.synthetic ?? false);
  return new Set(
    [...places.values()]
      .filter((one) => one.synthetic === synthetic && whyNoFigure(one, span) === null)
      .map(({ code }) => code),
  );
}

/** The version that the own figure was made by; where there is none, the one that most are, and the newer of two. */
function versionOf(candidates: readonly Candidate[], area: string | null): number | null {
  const own = candidates.find((one) => one.area.code === area)?.version;
  if (own != null) return own;
  const counts = new Map<number, number>();
  for (const { version } of candidates) {
    if (version !== null) counts.set(version, (counts.get(version) ?? 0) + 1);
  }
  const byCount = [...counts].sort(([v, n], [w, m]) => m - n || w - v);
  return byCount[0]?.[0] ?? null;
}

function madeBy(version: number | null, wanted: number | null): string {
  return `It is made by version ${version} of the definition, and the others by version ${wanted}.`;
}

/** The areas whose rates are worked out from a count. */
function countsIn(candidates: readonly Candidate[]): string[] {
  return candidates.flatMap(({ area, has }) => (has.kind === 'symbol' ? [] : [area.code]));
}

function placeAll(
  candidates: readonly Candidate[],
  ground: Ground,
  places: ReadonlyMap<string, Place>,
): { placed: Placed[]; why: Map<string, string> } {
  const placed: Placed[] = [];
  const why = new Map<string, string>();
  for (const candidate of candidates) {
    const { code } = candidate.area;
    const one = place(candidate, ground);
    if (typeof one === 'string') why.set(code, `${one.charAt(0).toUpperCase()}${one.slice(1)}.`);
    else placed.push({ ...one, name: places.get(code)?.name ?? one.name });
  }
  return { placed, why };
}

/** Why the authority that is asked for has no figure, where it was not there. */
function whyOwn(
  area: string | null,
  places: ReadonlyMap<string, Place>,
  span: Span,
): string | null {
  const one = area === null ? undefined : places.get(area);
  return one ? whyNoFigure(one, span) : null;
}

/** What tells why a member is not placed. */
interface Left {
  readonly why: ReadonlyMap<string, string>;
  readonly span: Span;
  readonly compared: Compared;
  readonly places: ReadonlyMap<string, Place>;
}

function withoutOf(
  { members }: Peers,
  everyone: readonly Placed[],
  { why, span, compared, places }: Left,
): Field['without'] {
  const shown = new Set(everyone.map(({ area }) => area));
  const alone = compared.basis.kind === 'alone' ? compared.basis.says : null;
  return members
    .filter((code) => !shown.has(code))
    .map((code) => {
      const one = places.get(code);
      const notThere = one ? whyNoFigure(one, span) : null;
      const says = notThere ?? alone ?? why.get(code) ?? 'No source has this figure of it.';
      return { area: code, name: one?.name ?? code, says };
    });
}
