// A number, or a button's words, that follows the ticks of its form. Without this script it stands as the page was made.
//
//   <strong data-counts="[name^=keep_]:checked">12</strong>
//   <button data-counts="[name^=out-]:not(:checked)" data-one="Hent 1 linje" data-many="Hent # linjer">Hent linjerne</button>

function count(form) {
  const told = form?.querySelector("[data-counts]");
  if (!told) return;
  const number = form.querySelectorAll(told.dataset.counts).length;
  told.dataset.none ??= told.dataset.many ? told.textContent : "0";
  const { none, one = "1", many = "#" } = told.dataset;
  told.textContent = [none, one][number] ?? many.replace("#", number);
}

document.addEventListener("change", (event) => count(event.target.form));
document.querySelectorAll("form:has([data-counts])").forEach(count);
