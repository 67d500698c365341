// Asks the browser for a passkey. A form with data-passkey="get" or "create" fetches what to ask for from
// data-passkey-options, and sends the answer in its hidden field. Where a browser cannot, the form stays hidden.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const withBytes = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

function asked(options) {
  const asking = { ...options, challenge: bytes(options.challenge) };
  if (options.user) asking.user = { ...options.user, id: bytes(options.user.id) };
  if (options.allowCredentials) asking.allowCredentials = withBytes(options.allowCredentials);
  if (options.excludeCredentials) asking.excludeCredentials = withBytes(options.excludeCredentials);
  return asking;
}

function answered(credential) {
  const { response } = credential;
  const told = { clientDataJSON: text(response.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) told[name] = text(response[name]);
  }
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment || undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: told,
  };
}

async function ask(form) {
  const options = await fetch(form.dataset.passkeyOptions, { headers: { Accept: "application/json" } });
  if (!options.ok) throw new Error("no options");
  const { publicKey } = await options.json();
  return navigator.credentials[form.dataset.passkey]({ publicKey: asked(publicKey) });
}

async function send(form) {
  const trouble = form.querySelector("[data-passkey-trouble]");
  trouble.hidden = true;
  try {
    form.querySelector("[data-passkey-answer]").value = JSON.stringify(answered(await ask(form)));
    HTMLFormElement.prototype.submit.call(form);
  } catch {
    trouble.hidden = false;
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
}
