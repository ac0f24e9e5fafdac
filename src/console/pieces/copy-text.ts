/**
 * Puts a text on the clipboard. Says whether it worked.
 *
 * Browsers give the clipboard to pages under https or on this machine only; a console reached by plain http under
 * another name copies the old way, from a field beside `near` (within the open dialog, where the page behind is inert).
 */
export async function copyText(text: string, near: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text, near);
  }
}

function copyFromField(text: string, near: Element): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'copy-field';
  near.after(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (near instanceof HTMLElement) near.focus();
  return isCopied;
}
