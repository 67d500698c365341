// Find searches from within its page. When no answer comes that can be shown there, the page says in a sentence what
// happened and what to do, and what was typed stays in its box. Nothing is sent again by itself.
const KEPT = "Det, du skrev, står her endnu.";
const NO_NETWORK = "Der er ingen forbindelse lige nu. Prøv igen om lidt.";
const LOGGED_OUT = "Du er logget ud.";
const TOO_OLD = "Siden var for gammel til at søge fra. Nu er den frisk igen. Tryk Find en gang til.";
// The server's own pause is an answer in the page; this is said by what may stand in front of the server.
const TOO_MANY = "Der er for mange på én gang. Vent et minut, og prøv igen.";
const BROKEN = "Noget gik galt hos os. Prøv igen om lidt.";

function clear(form) {
  form.querySelector("[data-trouble]")?.remove();
}

function tell(form, words, login) {
  clear(form);
  const box = document.createElement("div");
  box.className = "note note-attention";
  box.dataset.trouble = "";
  box.setAttribute("role", "alert");
  const line = box.appendChild(document.createElement("p"));
  line.append(`${words} `);
  if (login) {
    const link = line.appendChild(document.createElement("a"));
    link.href = login;
    link.target = "_blank";
    link.textContent = "Log ind i et nyt vindue";
    line.append(", og tryk så Find her. ");
  }
  line.append(KEPT);
  form.prepend(box);
}

// A log-in in between gives each form a new mark. Whoever is somebody else now begins with a page of their own.
async function renew(form) {
  const answer = await fetch(form.action, { headers: { "HX-Request": "true" } });
  const login = loginOf(form, answer.headers.get("HX-Redirect"), answer.url);
  if (login) return tell(form, LOGGED_OUT, login);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const mark = page.querySelector("form[data-sought] [name=csrfmiddlewaretoken]");
  if (!answer.ok || !mark) return tell(form, BROKEN);
  if (page.body.dataset.owner !== document.body.dataset.owner) return location.assign(form.action);
  for (const old of document.querySelectorAll("[name=csrfmiddlewaretoken]")) old.value = mark.value;
  return tell(form, TOO_OLD);
}

// Where the answer sends one instead of answering: by its header, or because it came from another page.
function loginOf(form, header, cameFrom) {
  if (header) return header;
  const elsewhere = cameFrom && new URL(cameFrom).pathname !== new URL(form.action).pathname;
  return elsewhere ? cameFrom : "";
}

function onForm(name, act) {
  document.addEventListener(name, (event) => event.target.matches("form[data-sought]") && act(event.target, event));
}

onForm("htmx:beforeRequest", clear);
onForm("htmx:beforeOnLoad", (form, event) => {
  const { xhr } = event.detail;
  const login = loginOf(form, xhr.getResponseHeader("HX-Redirect"), xhr.responseURL);
  if (!login) return;
  event.preventDefault();
  tell(form, LOGGED_OUT, login);
});
onForm("htmx:responseError", (form, event) => {
  const { status } = event.detail.xhr;
  if (status === 403) renew(form).catch(() => tell(form, NO_NETWORK));
  else tell(form, status === 429 ? TOO_MANY : BROKEN);
});
onForm("htmx:sendError", (form) => tell(form, NO_NETWORK));
onForm("htmx:timeout", (form) => tell(form, NO_NETWORK));
