import { useQuery } from '@tanstack/react-query';
import type { ExchangeView } from '../../../console-api/contract.ts';
import { policyQuery } from '../../api/terms-queries.ts';
import { useReasons } from '../../language/use-reasons.ts';
import { useWords } from '../../language/use-words.ts';
import { Box, Boxes } from '../../pieces/box.tsx';
import { Copyable } from '../../pieces/copyable.tsx';
import { Verdict } from '../../pieces/verdict.tsx';

/** What was decided, by which version of the policy, and for which reasons. */
export function Decision({ exchange }: { readonly exchange: ExchangeView }) {
  const { say } = useWords();
  const { policy, verdict, reasons } = exchange;
  const { data: current } = useQuery({ ...policyQuery, refetchInterval: false });
  if (policy === null) return null;
  const { version, catalogueVersion, retentionClass } = policy;
  return (
    <Boxes title={say('decision.title')}>
      <Box name={say('decision.verdict')}>
        <Verdict verdict={verdict} />
      </Box>
      <Box name={say('decision.retention')}>{retentionClass}</Box>
      <Box name={say('decision.why')} isWide>
        <Reasons reasons={reasons} />
      </Box>
      <Box name={say('decision.version')} isWide>
        <Copyable text={version} short={version.slice(0, 16)} what={say('versions.digest')} />
        {current === undefined ? null : (
          <small>{say(current.version === version ? 'decision.inForce' : 'decision.notInForce')}</small>
        )}
      </Box>
      <Box name={say('decision.catalogue')} isWide>
        {catalogueVersion}
      </Box>
    </Boxes>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly string[] }) {
  const { say } = useWords();
  const reason = useReasons();
  return (
    <ul className="decision-reasons">
      {reasons.map((code) => {
        const { text } = reason(code);
        return (
          <li key={code}>
            {/* A rule that is no longer there left no words behind. */}
            {text === code ? say('decision.unknownReason') : text} <code>{code}</code>
          </li>
        );
      })}
    </ul>
  );
}
