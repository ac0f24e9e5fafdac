import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ModuleView, MyTrainingsView, TeamView } from '../../console-api/training-contract.ts';
import { call } from './call.ts';

type Language = 'en' | 'fr';

/** In the language of the moment, in which the modules are written. */
export function myTrainingsQuery(language: Language) {
  return queryOptions({
    queryKey: ['my-trainings', language],
    queryFn: ({ signal }) => call<MyTrainingsView>('/api/my/trainings', { signal }),
    refetchInterval: 60_000,
  });
}

export function moduleQuery(id: string, language: Language) {
  return queryOptions({
    queryKey: ['my-trainings', language, id],
    queryFn: ({ signal }) => call<ModuleView>(`/api/my/trainings/${encodeURIComponent(id)}`, { signal }),
    // Whoever changes the language half way through keeps the questions they have begun.
    placeholderData: keepPreviousData,
  });
}

export function teamQuery(language: Language) {
  return queryOptions({
    queryKey: ['team-trainings', language],
    queryFn: ({ signal }) => call<TeamView>('/api/trainings', { signal }),
    refetchInterval: 60_000,
  });
}
