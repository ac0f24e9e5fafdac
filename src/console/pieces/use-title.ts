import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sessionQuery } from '../api/queries.ts';
import { useWords } from '../language/use-words.ts';

/** Names the page in the browser's tab, demo data as such. */
export function useTitle(page: string): void {
  const { say } = useWords();
  const { data } = useQuery({ ...sessionQuery, enabled: false });
  const title = say(data?.isDemo ? 'title.demo' : 'title.of', { page });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
