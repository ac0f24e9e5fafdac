import { CopyButton } from './copy-button.tsx';

type CopyableProps = {
  readonly text: string;
  readonly what: string;
  /** Shown in place of the whole text, where there is no room for it. */
  readonly short?: string;
};

/** A name made for machines: shown as it is, and copied whole. */
export function Copyable({ text, what, short }: CopyableProps) {
  return (
    <span className="copyable">
      <code title={short === undefined ? undefined : text}>{short ?? text}</code>
      <CopyButton text={text} what={what} isSmall />
    </span>
  );
}
