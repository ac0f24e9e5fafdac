// A passkey needs a script; all else on these pages works without one. The button shows only where it can work.
const button = document.querySelector('button[data-passkey]');
const complaint = document.querySelector('[data-complaint]');
const { passkey, failed } = button?.dataset ?? {};
const can = typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

if (button && can) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    complaint.textContent = '';
    try {
      location.assign(await go());
    } catch {
      complaint.textContent = failed;
      button.disabled = false;
    }
  });
}

async function go() {
  const options = await send(`${passkey}/options`, {});
  const credential =
    button.dataset.act === 'make'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  const { next } = await send(passkey, credential.toJSON());
  return next;
}

async function send(url, body) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}
