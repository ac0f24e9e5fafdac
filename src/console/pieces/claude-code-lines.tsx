import { useWords } from '../language/use-words.ts';
import { CopyLines } from './copy-lines.tsx';

type ClaudeCodeLinesProps = {
  readonly gatewayUrl: string;
  /** The key, where it is known; else the place where it goes. */
  readonly octroiKey?: string;
  readonly onCopied?: () => void;
};

/** The two lines that point Claude Code at this post. */
export function ClaudeCodeLines({ gatewayUrl, octroiKey = 'oct_…', onCopied }: ClaudeCodeLinesProps) {
  const { say } = useWords();
  const lines = [`export ANTHROPIC_BASE_URL=${gatewayUrl}`, `export ANTHROPIC_AUTH_TOKEN=${octroiKey}`];
  return <CopyLines lines={lines} what={say('madeKey.linesName')} {...(onCopied ? { onCopied } : {})} />;
}
