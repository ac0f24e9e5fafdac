import { CopyButton } from './copy-button.tsx';
import './copy-lines.css';

type CopyLinesProps = { readonly lines: readonly string[]; readonly what: string; readonly onCopied?: () => void };

/** Lines to type into a terminal, with a button that copies them. */
export function CopyLines({ lines, what, onCopied }: CopyLinesProps) {
  return (
    <div className="copy-lines">
      <pre>
        {lines.map((line) => (
          <code key={line}>{line}</code>
        ))}
      </pre>
      <CopyButton text={lines.join('\n')} what={what} {...(onCopied ? { onCopied } : {})} />
    </div>
  );
}
