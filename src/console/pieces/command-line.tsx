import { useQuery } from '@tanstack/react-query';
import { aboutQuery } from '../api/queries.ts';
import { CopyLines } from './copy-lines.tsx';

/** A command of octroi's to copy, written as it is called where this post runs. `input` is what it reads. */
export function CommandLine({
  words,
  what,
  input = '',
}: {
  readonly words: string;
  readonly what: string;
  readonly input?: string;
}) {
  const { data } = useQuery(aboutQuery);
  const { program, options } = data ?? { program: 'octroi', options: '' };
  return <CopyLines lines={[`${program} ${words}${options}${input}`]} what={what} />;
}
