import type { ExchangeView } from '../../../console-api/contract.ts';
import { useWords } from '../../language/use-words.ts';
import { Box, Boxes } from '../../pieces/box.tsx';
import { Copyable } from '../../pieces/copyable.tsx';
import { Reveal } from './reveal.tsx';

/** Who sent it, with what. The client's words about itself are no proof, and the title says whose they are. */
export function Sender({ exchange }: { readonly exchange: ExchangeView }) {
  const { say } = useWords();
  const { person, workspace, client, path, model, isStream } = exchange;
  return (
    <div className="declaration-sender">
      <Boxes title={say('exchange.sender')}>
        <Box name={say('exchange.person')}>
          <strong>{person.name}</strong> <Reveal person={person} />
        </Box>
        <Box name={say('exchange.workspace')}>{workspace.name}</Box>
        <Box name={say('exchange.path')} isWide>
          <code>{path}</code>
          {isStream ? `, ${say('exchange.stream')}` : null}
        </Box>
        {model === null ? null : (
          <Box name={say('exchange.asked')} isWide>
            {model}
          </Box>
        )}
        <Box name={say('exchange.client')} isWide>
          {client.userAgent ?? say('exchange.unknown')}
        </Box>
        <Box name={say('exchange.session')} isWide>
          {client.sessionId === null ? (
            say('exchange.unknown')
          ) : (
            <Copyable text={client.sessionId} what={say('exchange.session')} />
          )}
        </Box>
        {client.agentId === null ? null : (
          <Box name={say('exchange.agent')} isWide>
            <Copyable text={client.agentId} what={say('exchange.agent')} />
          </Box>
        )}
      </Boxes>
    </div>
  );
}
