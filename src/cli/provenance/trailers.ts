import type { Traced } from './trace.ts';

/** Lines for the end of a commit’s message: which model wrote how many of its lines. Nobody is named in them. */
export function trailersOf({ exchanges, shares }: Pick<Traced, 'exchanges' | 'shares'>): readonly string[] {
  const byModel = new Map<string, { lines: number; exchanges: string[] }>();
  for (const { model, vendor, plan, verbatim, edited, exchangeId } of exchanges) {
    if (verbatim + edited === 0) continue;
    const name = `${vendor ?? 'unknown'}/${plan ?? 'unknown'} ${model ?? 'unknown'}`;
    const known = byModel.get(name) ?? { lines: 0, exchanges: [] };
    known.lines += verbatim + edited;
    known.exchanges.push(exchangeId);
    byModel.set(name, known);
  }
  return [...byModel].flatMap(([name, { lines, exchanges: ids }]) => [
    `Assisted-by: ${name} (${lines} of ${shares.lines} lines)`,
    ...ids.map((id) => `Octroi-exchange: ${id}`),
  ]);
}
