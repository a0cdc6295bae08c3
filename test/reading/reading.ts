import type { Period } from './periods.ts';

export type Reading = {
  readonly measure: string;
  readonly figure: string;
  readonly period: string;
  readonly numerator: number;
  /** null: a count */
  readonly denominator: number | null;
};

export function count(measure: string, figure: string, period: Period, counted: number): Reading {
  return { measure, figure, period: period.label, numerator: counted, denominator: null };
}

export function ratio(
  measure: string,
  figure: string,
  period: Period,
  numerator: number,
  denominator: number,
): Reading {
  return { measure, figure, period: period.label, numerator, denominator };
}

export function children(rows: readonly { readonly person: string }[]): number {
  return new Set(rows.map((row) => row.person)).size;
}
