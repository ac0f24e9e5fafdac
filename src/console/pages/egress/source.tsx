import type { SourceView } from '../../../console-api/egress-contract.ts';
import { useWords } from '../../language/use-words.ts';

/** Who sent: a person by pseudonym, a workstation by its name, or a place on the network by the beginning of its reference. */
export function Source({ source }: { readonly source: SourceView }) {
  const name = useSourceName()(source);
  return source.kind === 'network' ? <span title={source.network}>{name}</span> : <>{name}</>;
}

export function useSourceName(): (source: SourceView) => string {
  const { say } = useWords();
  return (source) => {
    if (source.kind === 'person') return source.person.name;
    if (source.kind === 'device') return say('flow.device', { name: source.device.name });
    return say('flow.network', { name: source.network.slice(0, 8) });
  };
}
