import type { ServerResponse } from 'node:http';
import type { Admission } from '../admission.ts';

export type ListedModel = { readonly id: string; readonly displayName: string };

/** The models that a contract or a policy leaves a person; undefined where it leaves that to the vendor. */
export type ModelsFor = (admission: Admission) => Promise<readonly ListedModel[] | undefined>;

/** Answers with a list of models in the vendor's shape. */
export function answerModels(response: ServerResponse, models: readonly ListedModel[]): void {
  const data = models.map(({ id, displayName }) => ({ type: 'model', id, display_name: displayName }));
  const ends = { first_id: models[0]?.id ?? null, last_id: models.at(-1)?.id ?? null };
  const body = JSON.stringify({ data, has_more: false, ...ends });
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
