import type { ExchangeView } from '../../../console-api/contract.ts';
import { Link } from '../../address/link.tsx';
import { useWords } from '../../language/use-words.ts';
import { Box, Boxes } from '../../pieces/box.tsx';
import { isWithheld } from '../outcome.ts';
import { Copyable } from '../../pieces/copyable.tsx';

/** The proof that it was written down: the record, its time as the ledger has it, its digest. */
export function Receipt({ exchange }: { readonly exchange: ExchangeView }) {
  const { receipt } = exchange;
  const { say } = useWords();
  return (
    <Boxes
      title={say('exchange.receipt')}
      note={say(isWithheld(exchange) ? 'exchange.receiptRefused' : 'exchange.receiptSays')}
    >
      <Box name={say('exchange.recordId')} isWide>
        <Copyable text={receipt.recordId} what={say('exchange.recordId')} />
      </Box>
      <Box name={say('exchange.recordedAt')} isWide>
        <Copyable text={receipt.recordedAt} what={say('exchange.recordedAt')} />
      </Box>
      <Box name={say('exchange.digest')} isWide>
        <Copyable text={receipt.digest} what={say('exchange.digest')} />
      </Box>
      <Box name={say('record.proof')} isWide>
        <Link to={{ page: 'record', name: receipt.recordId }}>{say('exchange.toRecord')}</Link>
      </Box>
    </Boxes>
  );
}
