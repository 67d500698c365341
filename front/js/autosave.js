// Saves a form as one types. Until the server has acknowledged the text, a copy lies on this device and is put
// back when the page is opened again. Without this script the form is sent by its button, as any other.
//
//   <form data-autosave data-autosave-url="…" data-version="3"> … <p class="saved" data-saved> … </form>
//
// The server answers 200 {version, words}, 409 {words, compare} when somebody else wrote meanwhile (it has then
// stored both texts), or 422 {words}. The same text sent twice is answered with 200, and so is one's own next text.
// A form with data-autosave but no address is kept in this tab alone, so that another button on the page costs nothing.
const PREFIX = "samspil:draft:";
const SENT = "samspil:sent";
const PAUSE = 1500;
const LONGEST_RETRY = 60_000;
const NOT_SAVED = "Ikke gemt endnu. Teksten ligger på denne enhed.";
const NOWHERE = "Ikke gemt endnu. Lad siden stå åben.";
const FROM_HERE = "Teksten her er fra denne enhed og er ikke gemt endnu.";
const OUTLIVES_PAGE = 30_000; // Browsers let 64 kB in all go on after a page is left: room for two.
const WRITTEN = new Set(["text", "textarea"]);
const NEVER_KEPT = new Set(["csrfmiddlewaretoken", "form_key", "version"]);

const owner = document.body.dataset.owner ?? "";
const forms = new WeakMap();

// Two steps may save to one place: what is kept belongs to the address that the form itself is sent to.
function keyOf(form) {
  return stateOf(form).key;
}

function storeOf(form) {
  return form.dataset.autosaveUrl ? localStorage : sessionStorage;
}

function forget(key) {
  for (const store of [localStorage, sessionStorage]) store.removeItem(key);
}

function wipe(mayStay = () => false) {
  const keys = [localStorage, sessionStorage].flatMap((store) => Object.keys(store));
  keys.filter((key) => key.startsWith(PREFIX) && !mayStay(key)).forEach(forget);
}

function keep(form, state) {
  const typed = fieldsOf(form).filter(([name]) => state.typed.has(name));
  if (!holdsText(form, typed)) {
    forget(keyOf(form));
    return true;
  }
  const draft = JSON.stringify({ version: state.version, names: [...state.typed], fields: typed });
  try {
    storeOf(form).setItem(keyOf(form), draft);
    return true;
  } catch {
    return false; // The device is full or keeps nothing: the words beside the form then say so.
  }
}

function fieldsOf(form) {
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !NEVER_KEPT.has(name));
}

// Kept in this tab alone, a choice without a word beside it is sooner made again than explained.
function holdsText(form, fields) {
  if (form.dataset.autosaveUrl) return true;
  return fields.some(([name, value]) => value.trim() && WRITTEN.has(form.elements.namedItem(name)?.type));
}

function sameAs(form, { names, fields }) {
  const there = fieldsOf(form).filter(([name]) => names.includes(name));
  return JSON.stringify(there) === JSON.stringify(fields);
}

function putBack(form, fields) {
  for (const field of form.elements) {
    if (!field.name || NEVER_KEPT.has(field.name) || field.type === "file") continue;
    const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === "checkbox" || field.type === "radio") field.checked ||= values.includes(field.value);
    else if (values.length) field.value = values[0];
  }
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

function stateOf(form) {
  if (!forms.has(form)) {
    const version = form.dataset.version ?? "0";
    const key = `${PREFIX}${owner}:${new URL(form.getAttribute("action") || location.href, location.href).pathname}`;
    forms.set(form, { key, version, typed: new Set(), edits: 0, sent: -1, sending: 0, waits: PAUSE, timer: 0 });
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

async function send(form, state) {
  const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  body.set("version", state.version);
  const keepalive = body.toString().length < OUTLIVES_PAGE;
  const request = { method: "POST", body, keepalive, headers: { Accept: "application/json" } };
  const answer = await fetch(form.dataset.autosaveUrl, request);
  const ours = answer.headers.get("Content-Type")?.startsWith("application/json");
  return ours && !answer.redirected ? { status: answer.status, ...(await answer.json()) } : { status: 0 };
}

async function save(form, last = false) {
  const state = stateOf(form);
  if (!form.dataset.autosaveUrl || state.stopped || !form.isConnected) return;
  // One at a time, so that each goes out with the version of the last answer. Only leaving the page does not wait.
  if (state.sending && (!last || state.sent === state.edits)) return;
  clearTimeout(state.timer);
  const edits = state.edits;
  state.sent = edits;
  state.sending += 1;
  let answer;
  try {
    answer = await send(form, state);
  } catch {
    answer = { status: 0 }; // No network: the text lies on this device, and we try again.
  }
  state.sending -= 1;
  take(form, state, answer, edits);
}

function take(form, state, answer, edits) {
  if (answer.status === 200) {
    const overtaken = Number(answer.version) < Number(state.version);
    if (!overtaken) state.version = form.dataset.version = String(answer.version);
    showVersion(form, state.version);
    state.waits = PAUSE;
    state.said = answer.words;
    note(form);
    tell(form, answer.words, true);
    if (edits === state.edits && !overtaken) acknowledged(form, state);
    else changed(form);
  } else if (answer.status === 409) {
    state.stopped = true; // A person chooses between the two, on the page that shows both.
    forget(keyOf(form));
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

// The button sends the version too, where the form has a field for it.
function showVersion(form, version) {
  const field = form.querySelector("input[name=version]");
  if (field) field.value = version;
}

function acknowledged(form, state) {
  state.typed.clear();
  forget(keyOf(form));
}

function changed(form, name) {
  const state = stateOf(form);
  if (name) state.typed.add(name);
  state.edits += 1;
  state.kept = keep(form, state);
  if (!form.dataset.autosaveUrl) return;
  if (name && state.said) tell(form, "Gemmer …", true); // What was said of the last text is not true of this one.
  later(form, state, PAUSE);
}

function open(form) {
  const state = stateOf(form);
  if (state.opened) return;
  state.opened = true;
  const stored = storeOf(form).getItem(keyOf(form));
  if (!stored) return;
  const draft = JSON.parse(stored);
  if (sameAs(form, draft) || !holdsText(form, draft.fields)) {
    forget(keyOf(form));
    return;
  }
  // The old version goes along, so that the server sees when somebody else wrote in between.
  state.version = draft.version;
  showVersion(form, draft.version);
  state.kept = true;
  state.typed = new Set(draft.names);
  putBack(form, draft.fields);
  tell(form, FROM_HERE, false);
  if (form.dataset.autosaveUrl) later(form, state, PAUSE);
  else note(form, "", FROM_HERE, "");
}

// A form sent by its button is acknowledged by the page that follows, unless that page is an error.
function forgetSent(found) {
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (!sent || "error" in document.body.dataset) return;
  const { key, version } = JSON.parse(sent);
  const again = found.find((form) => keyOf(form) === key);
  if (!again?.dataset.autosaveUrl || again.dataset.version !== version) forget(key);
}

function openAll() {
  const found = [...document.querySelectorAll("form[data-autosave]")];
  forgetSent(found);
  found.forEach(open);
}

function formOf(event) {
  return event.target.closest?.("form[data-autosave]");
}

document.addEventListener("input", (event) => formOf(event) && changed(formOf(event), event.target.name));
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-logout]")) return wipe();
  const form = formOf(event);
  if (!form) return undefined;
  const state = stateOf(form);
  clearTimeout(state.timer);
  state.left = state.edits; // The button carries it: leaving the page need not.
  sessionStorage.setItem(SENT, JSON.stringify({ key: keyOf(form), version: form.dataset.version ?? "0" }));
  return undefined;
});
function leave() {
  for (const form of document.querySelectorAll("form[data-autosave]")) {
    const { edits, left } = stateOf(form);
    if (left !== edits && storeOf(form).getItem(keyOf(form))) save(form, true);
  }
}

document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && leave());
window.addEventListener("pagehide", leave);
window.addEventListener("online", () => {
  document.querySelectorAll("form[data-autosave]").forEach((form) => storeOf(form).getItem(keyOf(form)) && save(form));
});
document.addEventListener("htmx:load", openAll);
// Somebody else's unsent text is not for whoever sits here now.
if (owner) wipe((key) => key.startsWith(`${PREFIX}${owner}:`));
openAll();
