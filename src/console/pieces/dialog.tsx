import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import './dialog.css';

type DialogProps = {
  readonly title: string;
  /** Escape was pressed. Not given where closing unawares would lose something: then only its buttons close it. */
  readonly onCancel?: () => void;
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

/**
 * The browser's own modal dialog: it keeps the focus within, makes the page behind inert, and hands the focus back.
 * It is open for as long as it is mounted.
 */
export function Dialog({ title, onCancel, isWide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // A layout effect: closing must come before the element goes, or the focus would be lost with it.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={isWide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel?.();
      }}
      // A second Escape closes it in spite of that in some browsers; what must not be lost is then shown again.
      onClose={() => (onCancel ? onCancel() : dialog.current?.showModal())}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
