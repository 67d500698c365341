// "7 personer kan se dette" opens beside the page where there is room. On a phone, without this script, or when
// the sheet cannot be fetched, it is a page with an address of its own.
const WIDE = window.matchMedia("(min-width: 62em)");

async function fetched(href) {
  const answer = await fetch(href, { headers: { "HX-Request": "true" } });
  if (!answer.ok || answer.redirected) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector(".sheet");
}

function opened(sheet) {
  const dialog = document.createElement("dialog");
  dialog.className = "sheet-dialog";
  dialog.setAttribute("aria-labelledby", sheet.getAttribute("aria-labelledby"));
  sheet.removeAttribute("role");
  sheet.removeAttribute("aria-modal");
  sheet.removeAttribute("aria-labelledby");
  dialog.append(sheet);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => {
    if (event.target !== dialog && !event.target.closest(".sheet-close")) return;
    event.preventDefault();
    dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[data-sheet]");
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || !plain || !WIDE.matches) return;
  event.preventDefault();
  const sheet = await fetched(link.href).catch(() => null);
  if (sheet) opened(sheet);
  else window.location.assign(link.href);
});
