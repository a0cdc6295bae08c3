import { all, numberFrom, textFrom } from '../engine/sql.ts';
import { EngineGone } from '../engine/until-end.ts';
import type { BalanceResult, OverlapBalance, OverlapTally, StockTally } from '../model/balance.ts';
import { type Quarter, parseQuarter } from '../model/period.ts';
import { asProblem, isStopped } from '../model/problem.ts';
import type { SpecStockBalance } from '../spec/types.ts';
import { stockTallySql } from './balance-sql.ts';
import { countedByAllSql } from './compose.ts';
import type { Loaded } from './stage-all.ts';

/** Takes what is loaded, staged and measured; gives what the records say of all that must add up, for every quarter. */
export async function balanceAll(loaded: Loaded, stop: AbortSignal): Promise<BalanceResult[]> {
  const results: BalanceResult[] = [];
  for (const balance of loaded.spec.balances) {
    if (balance.kind === 'year') continue;
    results.push(await tell(loaded, balance, stop));
  }
  return results;
}

/** One that fails must not take the others with it: it says so in its own place. */
async function tell(
  loaded: Loaded,
  balance: SpecStockBalance | OverlapBalance,
  stop: AbortSignal,
): Promise<BalanceResult> {
  const told = { balance: balance.id, failed: null };
  try {
    return balance.kind === 'stock'
      ? { kind: 'stock', ...told, tallies: await tellStock(loaded, balance, stop) }
      : { kind: 'overlap', ...told, tallies: await tellOverlap(loaded, balance, stop) };
  } catch (thrown) {
    if (isStopped(thrown) || thrown instanceof EngineGone) throw thrown;
    const problem = asProblem(
      thrown,
      `It could not be worked out whether ${balance.title.toLowerCase()} add up.`,
      'The figures are not touched by it.',
    );
    const failed = `${problem.message} ${problem.hint}`;
    return { kind: balance.kind, balance: balance.id, failed, tallies: [] };
  }
}

async function tellStock(
  { database, spec }: Loaded,
  balance: SpecStockBalance,
  stop: AbortSignal,
): Promise<StockTally[]> {
  const rows = await database.rows(stockTallySql(balance, spec.measures), [], stop);
  return all(rows).map((row) => ({
    quarter: quarterFrom(textFrom(row['period'])),
    children: numberFrom(row['children']),
    difference: numberFrom(row['difference']),
  }));
}

async function tellOverlap(
  { database, spec }: Loaded,
  balance: OverlapBalance,
  stop: AbortSignal,
): Promise<OverlapTally[]> {
  const measure = spec.measures.find(({ id }) => id === balance.measure);
  if (measure?.kind !== 'records') return [];
  const rows = await database.rows(countedByAllSql(measure, balance.ways), [], stop);
  return all(rows).flatMap((row) => {
    const quarter = parseQuarter(textFrom(row['period']));
    return quarter ? [{ quarter, both: numberFrom(row['counted_by_all']) }] : [];
  });
}

function quarterFrom(text: string): Quarter {
  const quarter = parseQuarter(text);
  if (!quarter) throw new TypeError(`a quarter was expected, not ${text}`);
  return quarter;
}
