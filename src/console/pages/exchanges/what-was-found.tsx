import type { ExchangeSummary, FindingClassName } from '../../../console-api/contract.ts';
import { useWords, type Words } from '../../language/use-words.ts';
import { Stamp } from '../../pieces/stamp.tsx';

const classes: readonly FindingClassName[] = ['secret', 'dictionary', 'personal'];

/** What inspection found in what is new, by class; and that what was found before was redacted again. */
export function WhatWasFound({ exchange }: { readonly exchange: ExchangeSummary }) {
  const words = useWords();
  const said = countsOf(words, exchange);
  if (said.length === 0) return null;
  return (
    <span className="left-found">
      {exchange.verdict === 'redact' ? <Stamp tone="redacted">{words.say('verdict.redact')}</Stamp> : null}
      <span>{said.join(' · ')}</span>
    </span>
  );
}

function countsOf({ count }: Words, { findings: { first, again } }: ExchangeSummary): readonly string[] {
  const byClass = classes.flatMap((name) => {
    const sum = first.filter((one) => one.class === name).reduce((total, one) => total + one.count, 0);
    return sum === 0 ? [] : [count(`found.${name}`, sum)];
  });
  return byClass.length === 0 && again > 0 ? [count('row.foundAgain', again)] : byClass;
}
