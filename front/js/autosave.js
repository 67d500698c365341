// Saves a form as one types. Until the server has acknowledged the text, a copy lies on this device and is put
// back when the page is opened again. Without this script the form is sent by its button, as any other.
//
//   <form data-autosave data-autosave-url="…" data-version="3"> … <p class="saved" data-saved> … </form>
//
// The server answers 200 {version, words}, 409 {words, compare} when somebody else wrote meanwhile (it has then
// stored both texts), or 422 {words}. The same text sent twice is answered with 200.
const PREFIX = "samspil:draft:";
const SENT = "samspil:sent";
const PAUSE = 1500;
const LONGEST_RETRY = 60_000;
const NOT_SAVED = "Ikke gemt endnu. Teksten ligger på denne enhed.";
const NOWHERE = "Ikke gemt endnu. Lad siden stå åben.";
const NEVER_KEPT = new Set(["csrfmiddlewaretoken", "form_key", "version"]);

const owner = document.body.dataset.owner ?? "";
const forms = new WeakMap();

function keyOf(form) {
  return `${PREFIX}${owner}:${form.dataset.autosaveUrl}`;
}

function wipe(mayStay = () => false) {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX) && !mayStay(key));
  keys.forEach((key) => localStorage.removeItem(key));
}

function keep(form, state) {
  const draft = JSON.stringify({ version: state.version, fields: fieldsOf(form) });
  try {
    localStorage.setItem(keyOf(form), draft);
    return true;
  } catch {
    return false; // The device is full or keeps nothing: the words beside the form then say so.
  }
}

function fieldsOf(form) {
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !NEVER_KEPT.has(name));
}

function sameAs(form, fields) {
  return JSON.stringify(fieldsOf(form)) === JSON.stringify(fields);
}

function putBack(form, fields) {
  for (const field of form.elements) {
    if (!field.name || NEVER_KEPT.has(field.name) || field.type === "file") continue;
    const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
    else if (values.length) field.value = values[0];
  }
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

function stateOf(form) {
  if (!forms.has(form)) {
    forms.set(form, { version: form.dataset.version ?? "0", edits: 0, sending: false, waits: PAUSE, timer: 0 });
  }
  return forms.get(form);
}

function tell(form, words, saved) {
  const places = [...form.querySelectorAll("[data-saved]")];
  if (form.id) places.push(...document.querySelectorAll(`[data-saved-for="${form.id}"]`));
  for (const place of places) {
    const line = place.querySelector("[data-saved-words]");
    place.hidden = false;
    place.classList.toggle("is-unsaved", !saved);
    if (line.textContent !== words) line.textContent = words;
  }
}

function note(form, kind, strong, text, href, link) {
  form.querySelector("[data-autosave-note]")?.remove();
  if (!strong) return;
  const box = document.createElement("div");
  box.className = `note ${kind}`;
  box.dataset.autosaveNote = "";
  box.setAttribute("role", "status");
  const words = box.appendChild(document.createElement("p"));
  words.appendChild(document.createElement("strong")).textContent = strong;
  words.append(` ${text}`);
  if (href) {
    const act = box.appendChild(document.createElement("p"));
    act.className = "actions";
    const anchor = act.appendChild(document.createElement("a"));
    anchor.className = "button button-secondary button-small";
    anchor.href = href;
    anchor.textContent = link;
  }
  const place = form.querySelector("[data-saved]");
  if (place) place.after(box);
  else form.append(box);
}

function later(form, state, wait) {
  clearTimeout(state.timer);
  state.timer = setTimeout(() => save(form), wait);
}

async function send(form, state, last) {
  const body = new FormData(form);
  [...body].forEach(([name, value]) => typeof value !== "string" && body.delete(name));
  body.set("version", state.version);
  const request = { method: "POST", body, keepalive: last, headers: { Accept: "application/json" } };
  const answer = await fetch(form.dataset.autosaveUrl, request);
  const ours = answer.headers.get("Content-Type")?.startsWith("application/json");
  return ours && !answer.redirected ? { status: answer.status, ...(await answer.json()) } : { status: 0 };
}

async function save(form, last = false) {
  const state = stateOf(form);
  if (state.sending || state.stopped || !form.isConnected) return;
  const edits = state.edits;
  state.sending = true;
  let answer;
  try {
    answer = await send(form, state, last);
  } catch {
    answer = { status: 0 }; // No network: the text lies on this device, and we try again.
  }
  state.sending = false;
  take(form, state, answer, edits);
}

function take(form, state, answer, edits) {
  if (answer.status === 200) {
    state.version = form.dataset.version = String(answer.version);
    state.waits = PAUSE;
    state.said = answer.words;
    note(form);
    tell(form, answer.words, true);
    if (edits === state.edits) localStorage.removeItem(keyOf(form));
    else changed(form);
  } else if (answer.status === 409) {
    state.stopped = true; // A person chooses between the two, on the page that shows both.
    localStorage.removeItem(keyOf(form));
    note(form, "", answer.words, "Begge tekster er gemt. Hvilken skal stå?", answer.compare, "Se dem ved siden af hinanden");
  } else if (answer.status === 422) {
    tell(form, answer.words, false);
  } else {
    tell(form, state.kept ? NOT_SAVED : NOWHERE, false);
    if (!navigator.onLine) offline(form, state);
    state.waits = Math.min(state.waits * 2, LONGEST_RETRY);
    later(form, state, state.waits);
  }
}

function offline(form, state) {
  const said = state.said ? `Sidst ${state.said.toLowerCase()}.` : "";
  const words = `Det, du skriver, bliver gemt på din computer og sendt, så snart der er net igen. ${said}`;
  note(form, "note-attention", "Du er uden net lige nu.", words);
}

function changed(form) {
  const state = stateOf(form);
  state.edits += 1;
  state.kept = keep(form, state);
  later(form, state, PAUSE);
}

function open(form) {
  if (forms.has(form)) return;
  const state = stateOf(form);
  const stored = localStorage.getItem(keyOf(form));
  if (!stored) return;
  const draft = JSON.parse(stored);
  if (sameAs(form, draft.fields)) {
    localStorage.removeItem(keyOf(form));
    return;
  }
  // The old version goes along, so that the server sees when somebody else wrote in between.
  state.version = draft.version;
  state.kept = true;
  putBack(form, draft.fields);
  tell(form, NOT_SAVED, false);
  later(form, state, 0);
}

// A form sent by its button is acknowledged by the page that follows, unless that page is an error.
function forgetSent(found) {
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (!sent || "error" in document.body.dataset) return;
  const { key, version } = JSON.parse(sent);
  const again = found.find((form) => keyOf(form) === key);
  if (!again || again.dataset.version !== version) localStorage.removeItem(key);
}

function openAll() {
  const found = [...document.querySelectorAll("form[data-autosave]")];
  forgetSent(found);
  found.forEach(open);
}

function formOf(event) {
  return event.target.closest?.("form[data-autosave]");
}

document.addEventListener("input", (event) => formOf(event) && changed(formOf(event)));
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-logout]")) return wipe();
  const form = formOf(event);
  if (!form) return undefined;
  clearTimeout(stateOf(form).timer);
  sessionStorage.setItem(SENT, JSON.stringify({ key: keyOf(form), version: form.dataset.version ?? "0" }));
  return undefined;
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") return;
  document.querySelectorAll("form[data-autosave]").forEach((form) => localStorage.getItem(keyOf(form)) && save(form, true));
});
window.addEventListener("online", () => {
  document.querySelectorAll("form[data-autosave]").forEach((form) => localStorage.getItem(keyOf(form)) && save(form));
});
document.addEventListener("htmx:load", openAll);
// Somebody else's unsent text is not for whoever sits here now.
if (owner) wipe((key) => key.startsWith(`${PREFIX}${owner}:`));
openAll();
