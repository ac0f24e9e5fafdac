import { Fragment } from 'react';
import { CopyButton } from './copy-button.tsx';
import './copy-lines.css';

type CopyLinesProps = { readonly lines: readonly string[]; readonly what: string; readonly onCopied?: () => void };

/** Lines to type into a terminal, with a button that copies them. */
export function CopyLines({ lines, what, onCopied }: CopyLinesProps) {
  return (
    <div className="copy-lines">
      <pre>
        {lines.map((line) => (
          <code key={line}>
            <Words line={line} />
          </code>
        ))}
      </pre>
      <CopyButton text={lines.join('\n')} what={what} {...(onCopied ? { onCopied } : {})} />
    </div>
  );
}

// Word by word, so that a line breaks between words and not within an option, after its hyphens.
function Words({ line }: { readonly line: string }) {
  return line.split(' ').map((word, index) => (
    <Fragment key={word}>
      {index > 0 ? ' ' : null}
      <span>{word}</span>
    </Fragment>
  ));
}
