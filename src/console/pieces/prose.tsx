import { createElement, Fragment } from 'react';

/** A text of the dictionaries: what stands in backticks is shown as code. */
export function Prose({ text }: { readonly text: string }) {
  // Every second span stood between backticks. Given one by one, since nothing but their order tells them apart.
  const spans = text.split('`').map((span, index) => (index % 2 === 1 ? createElement('code', null, span) : span));
  return createElement(Fragment, null, ...spans);
}
