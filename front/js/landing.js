// Whoever has sent a form by keyboard or by ear goes on from what came of it, not from the top of the page again:
// from what the page marks (what is missing, the message, the way back), else the place in the address, else the heading.
const SENT = "samspil:form-sent";

function cameOf() {
  const named = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  return document.querySelector("[autofocus]") ?? (named || document.querySelector("main h1"));
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

document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented && event.target.method === "post") sessionStorage.setItem(SENT, "yes");
});
landed();
