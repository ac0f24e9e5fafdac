import { z } from 'zod';
import { gatewayError } from '../errors.ts';

/** What a client hands in: the `.octroi.yaml` of each repository that its session works in. */
export type HandedIn = {
  readonly sessionId: string;
  readonly files: readonly {
    /** The folder that holds the file, from the root of the file system. */
    readonly root: string;
    /** Its text; null where it is there and could not be read, or is too large to hand in. */
    readonly text: string | null;
  }[];
};

const mostFiles = 20;

const rootPath = z
  .string()
  .max(1_000)
  .regex(/^(?:[/\\]|[A-Za-z]:[/\\])[^\0-\x1f]*$/);

// Members that are not known are passed over: a hook may send its event along.
const schema = z.object({
  session_id: z.string().regex(/^[\x21-\x7e]{1,128}$/),
  files: z.array(z.object({ root: rootPath, text: z.string().nullable() })).max(mostFiles),
});

/** @throws gateway_labels_malformed */
export function readHandedIn(body: Buffer): HandedIn {
  const parsed = schema.safeParse(parse(body));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw gatewayError('gateway_labels_malformed', { at: issue?.path.join('.') || '–' });
  }
  return { sessionId: parsed.data.session_id, files: parsed.data.files };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined; // No JSON fits no schema: it is refused as what does not fit.
  }
}
