import type { TextBlock, TextDocument } from '../base/index.ts';
import type { Language, NoticeTextKey } from '../messages/index.ts';
import { usageCharter } from './charter.ts';
import { councilNote } from './council.ts';
import { dpiaInput } from './dpia.ts';
import type { NoticeKind, NoticeMaterial } from './material.ts';
import { staffNotice } from './staff.ts';
import { Writing } from './writing.ts';

/** A document with what it was written from. */
export type Notice = {
  readonly kind: NoticeKind;
  readonly language: Language;
  /** The day it was written for, in UTC. */
  readonly on: string;
  /** SHA-256 of the policy. */
  readonly policyVersion: string;
  readonly catalogueVersion: string;
  readonly document: TextDocument;
};

const writers: Readonly<Record<NoticeKind, (writing: Writing) => readonly TextBlock[]>> = {
  staff: staffNotice,
  charter: usageCharter,
  council: councilNote,
  dpia: dpiaInput,
};

/** Writes a document from the policy and the catalogue of a day. The same material gives the same words. */
export function writeNotice(kind: NoticeKind, language: Language, material: NoticeMaterial): Notice {
  const writing = new Writing(language, material);
  const { policy, catalogue } = material;
  return {
    kind,
    language,
    on: writing.day,
    policyVersion: policy.version,
    catalogueVersion: catalogue.version,
    document: {
      language,
      title: writing.say(`kind.${kind}`),
      subtitle: writing.say('subtitle', { organization: writing.organization }),
      origin: originOf(writing),
      blocks: writers[kind](writing),
    },
  };
}

function originOf(writing: Writing): readonly string[] {
  const { policy, catalogue, version } = writing.material;
  const { version: edition, digest } = catalogue;
  const line = (name: NoticeTextKey, value: string): string =>
    writing.say('origin.line', { name: writing.say(name), value });
  return [
    line('origin.writtenOn', writing.day),
    line('origin.policy', policy.version),
    line('origin.catalogue', writing.say('origin.catalogueText', { version: edition, digest })),
    line('origin.writer', `octroi ${version}`),
    line('origin.status', writing.say('origin.statusText')),
  ];
}
