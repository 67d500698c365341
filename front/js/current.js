// On a phone the tabs and the agenda scroll sideways: bring the one that is open into view.
for (const current of document.querySelectorAll(".tab-list [aria-current], .agenda-list [aria-current]")) {
  const row = current.closest(".tabs, .agenda-list");
  const away = current.getBoundingClientRect().right - row.getBoundingClientRect().right;
  if (away > 0) row.scrollLeft += away + 24;
}
