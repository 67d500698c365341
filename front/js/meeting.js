// The meeting by keyboard, and the wall: arrows go between the items, the name stands only as long as asked for.
//
//   <a data-item="previous" href="…">, <a data-item="next" href="…">   arrow keys; on the wall page keys too
//   <a data-show-name href="…?navn=1">Vis navnet</a>   with every text that changes as
//   <span data-initials="K., 14 år" data-name="Karim, 14 år">K., 14 år</span>
const WALL = document.body.classList.contains("wall");
const KEYS = { ArrowLeft: "previous", ArrowRight: "next", ...(WALL && { PageUp: "previous", PageDown: "next" }) };

function toggleName(link) {
  const named = link.getAttribute("aria-pressed") !== "true";
  for (const text of document.querySelectorAll("[data-name]")) {
    text.textContent = named ? text.dataset.name : text.dataset.initials;
  }
  link.setAttribute("aria-pressed", String(named));
  link.lastChild.textContent = named ? "Vis initialer" : "Vis navnet";
}

document.addEventListener("keydown", (event) => {
  const busy = event.target.closest("input, select, textarea, dialog, [contenteditable]");
  if (busy || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = document.querySelector(`[data-item="${KEYS[event.key]}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});

const shows = document.querySelector("[data-show-name]");
if (shows && document.querySelector("[data-name]")) {
  shows.setAttribute("role", "button");
  shows.setAttribute("aria-pressed", "false");
  shows.addEventListener("click", (event) => {
    event.preventDefault();
    toggleName(shows);
  });
  shows.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    toggleName(shows);
  });
}

const clock = document.querySelector("[data-clock]");
if (clock) {
  const time = new Intl.DateTimeFormat("da-DK", { hour: "numeric", minute: "2-digit", timeZone: "Europe/Copenhagen" });
  setInterval(() => {
    clock.textContent = `kl. ${time.format(new Date())}`;
  }, 10_000);
}
