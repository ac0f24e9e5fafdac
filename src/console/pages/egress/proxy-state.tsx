import type { ProxyView } from '../../../console-api/egress-contract.ts';
import { useWords } from '../../language/use-words.ts';
import { Prose } from '../../pieces/prose.tsx';

/** Whether the proxy is on, in which mode, and where. */
export function ProxyState({ proxy: { mode, url } }: { readonly proxy: ProxyView }) {
  const { say } = useWords();
  return (
    <p className="proxy-state">
      <Prose text={say(`egress.mode.${mode}`, { url: url ?? '' })} />
    </p>
  );
}
