// The box at the top of every page leads to the page for finding, and the search is made there, in the page. So going
// back from a hit is going to a page, never to an answer that would have to be sent for again. The words are handed
// over in this tab alone, and the next page takes them away whatever page it is: after a log-out, or when the log-in has
// run out, that is the page for logging in. Without this script the box is a form as any other.
const WORDS = "samspil:seek";

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-seek]")) return;
  event.preventDefault();
  sessionStorage.setItem(WORDS, event.target.elements.words.value);
  location.assign(event.target.action);
});

// Not before the library that sends a form from within the page has seen it.
document.addEventListener("DOMContentLoaded", () => {
  const words = sessionStorage.getItem(WORDS);
  const form = document.querySelector("form[data-sought]");
  sessionStorage.removeItem(WORDS);
  if (!words?.trim() || !form) return;
  form.elements.words.value = words;
  form.requestSubmit();
});
