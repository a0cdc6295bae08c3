/** Takes golden figures, a line each; gives each with its plain number, a ratio with the two that it is made of. */
export function goldenOf(text: string): ReadonlySet<string> {
  return new Set(text.split('\n').map(plain));
}

function plain(line: string): string {
  const [, name, shown, parts] = /^(.+): ([^(]+?)(?: \((.+)\))?$/.exec(line) ?? [];
  return `${name}: ${parts ?? Number(shown?.replaceAll(',', ''))}`;
}

/** Takes a return, as it was read from JSON; gives its figures that are whole and not withheld, as golden lines. */
export function totalsIn(contents: unknown): string[] {
  const rows: unknown = Reflect.get(Object(contents), 'observations');
  if (!Array.isArray(rows)) throw new Error('the return has no observations');
  return rows
    .map((row: unknown): Readonly<Record<string, unknown>> => ({ ...Object(row) }))
    .filter(({ breakdown, value }) => breakdown === 'total' && typeof value === 'number')
    .map(({ measure, figure, period, value, numerator, denominator }) => {
      const parts =
        typeof numerator === 'number' ? `${numerator} of ${String(denominator)}` : value;
      return `${String(measure)} ${String(figure)} ${String(period)}: ${String(parts)}`;
    });
}
