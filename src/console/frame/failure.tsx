import { Component, type ReactNode } from 'react';
import { Crashed } from './dead-ends.tsx';

type FailureProps = { readonly children: ReactNode };

/** Stands around all pages: a fault in drawing one shows a word on it instead of an empty window. */
export class Failure extends Component<FailureProps, { readonly hasFailed: boolean }> {
  override readonly state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <Crashed /> : this.props.children;
  }
}
