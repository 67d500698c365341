// Whoever has sent a form by keyboard or by ear goes on from what came of it, not from the top of the page again:
// from what the page marks (what is missing, the message, the way back), else the place in the address, else the heading.
const SENT = "samspil:form-sent";

function cameOf() {
  const places = ["[autofocus]", ":target", "main h1"];
  return places.map((place) => document.querySelector(place)).find(Boolean);
}

function land() {
  if (!sessionStorage.getItem(SENT)) return;
  sessionStorage.removeItem(SENT);
  const here = document.activeElement;
  const place = here && here !== document.body ? null : cameOf();
  if (!place) return;
  if (place.tabIndex < 0) place.setAttribute("tabindex", "-1"); // it takes the focus, and is not met by Tab
  place.focus();
}

// A place in the address that cannot take the focus takes it away once more, when the page has come.
function landed() {
  if (document.readyState === "complete") requestAnimationFrame(land);
  else window.addEventListener("load", () => requestAnimationFrame(land), { once: true });
}

// Asked last of all, when every other script has had its say: what one of them sends itself, or what the browser finds
// something missing in, is not sent from this page to the next.
function isSent({ defaultPrevented, submitter, target }) {
  const checked = target.noValidate || submitter?.formNoValidate || target.matches(":valid");
  return target.method === "post" && !defaultPrevented && checked;
}

window.addEventListener("submit", (event) => isSent(event) && sessionStorage.setItem(SENT, "yes"));
landed();
