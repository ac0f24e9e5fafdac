import { useQuery } from '@tanstack/react-query';
import { aboutQuery } from '../api/queries.ts';
import { CopyLines } from './copy-lines.tsx';

type Props = {
  readonly words: string;
  readonly what: string;
  readonly input?: string;
  /** It needs nothing of this post, and takes no option that names it. */
  readonly isOffline?: boolean;
};

/** A command of octroi's to copy, written as it is called where this post runs. `input` is what it reads. */
export function CommandLine({ words, what, input = '', isOffline = false }: Props) {
  const { data } = useQuery(aboutQuery);
  const { program, options } = data ?? { program: 'octroi', options: '' };
  return <CopyLines lines={[`${program} ${words}${isOffline ? '' : options}${input}`]} what={what} />;
}
