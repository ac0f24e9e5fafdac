import type { ExchangeView } from '../../../console-api/contract.ts';
import { useWords } from '../../language/use-words.ts';
import { Box, Boxes } from '../../pieces/box.tsx';
import { Copyable } from '../../pieces/copyable.tsx';

type AnswerView = NonNullable<ExchangeView['answer']>;

type AnswerProps = { readonly answer: AnswerView; readonly status: number | null };

/** What came back: from whom, how much, and how long it took. */
export function Answer({ answer, status }: AnswerProps) {
  const { say, bytes, duration } = useWords();
  const unknown = say('exchange.unknown');
  return (
    <Boxes title={say('exchange.answer')}>
      <Box name={say('exchange.status')}>{status ?? unknown}</Box>
      <Box name={say('exchange.duration')}>{duration(answer.durationMs)}</Box>
      <Box name={say('exchange.organization')} isWide>
        {answer.organizationId === null ? (
          unknown
        ) : (
          <Copyable text={answer.organizationId} what={say('exchange.organization')} />
        )}
      </Box>
      <Box name={say('exchange.answeredBy')} isWide>
        {answer.answeredBy ?? unknown}
      </Box>
      <Tokens answer={answer} />
      <Box name={say('exchange.answerBytes')}>{bytes(answer.bytes)}</Box>
      <Box name={say('exchange.stopReason')}>
        {answer.stopReason === null ? unknown : <code>{answer.stopReason}</code>}
      </Box>
      <Box name={say('exchange.requestId')} isWide>
        {answer.requestId === null ? unknown : <Copyable text={answer.requestId} what={say('exchange.requestId')} />}
      </Box>
    </Boxes>
  );
}

const tokenBoxes = [
  ['inputTokens', 'exchange.tokensIn'],
  ['outputTokens', 'exchange.tokensOut'],
  ['cacheReadTokens', 'exchange.cacheRead'],
  ['cacheCreationTokens', 'exchange.cacheCreation'],
] as const;

function Tokens({ answer }: { readonly answer: AnswerView }) {
  const { say, number } = useWords();
  return tokenBoxes.map(([name, key]) => {
    const count = answer[name];
    return count === null ? null : (
      <Box key={name} name={say(key)}>
        {number(count)}
      </Box>
    );
  });
}
