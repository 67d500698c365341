// A choice shows what belongs to it and says in the form's button what will happen. Without this script
// everything is shown, and the button keeps its plain words.
//
//   <input type="radio" data-reveals="why" data-hides="rest" data-button="Sæt på dagsordenen">
//   <button data-choice-button>Videre</button>
//   <button data-taken="[name^=out-]:not(:checked)" data-taken-one="Hent 1 linje" data-taken-many="Hent # linjer">Hent linjerne</button>

function show(form) {
  const options = [...form.querySelectorAll("input[data-reveals], input[data-hides], input[data-button]")];
  const chosen = options.filter((option) => option.checked);
  const reveals = chosen.map((option) => option.dataset.reveals);
  const hides = chosen.map((option) => option.dataset.hides).filter(Boolean);
  for (const option of options) {
    const own = document.getElementById(option.dataset.reveals ?? "");
    if (own) own.hidden = !reveals.includes(own.id);
    const other = document.getElementById(option.dataset.hides ?? "");
    if (other) other.hidden = hides.includes(other.id);
  }
  const button = form.querySelector("[data-choice-button]");
  if (!button) return;
  button.dataset.choiceButton ||= button.textContent;
  button.textContent = chosen.findLast((option) => option.dataset.button)?.dataset.button ?? button.dataset.choiceButton;
}

// The button of a list says how many of its lines come along.
function count(form) {
  const button = form.querySelector("[data-taken]");
  if (!button) return;
  button.dataset.takenNone ??= button.textContent;
  const number = form.querySelectorAll(button.dataset.taken).length;
  const { takenNone, takenOne, takenMany } = button.dataset;
  button.textContent = [takenNone, takenOne][number] ?? takenMany.replace("#", number);
}

function showAll() {
  document.querySelectorAll("form:has(input[data-reveals], input[data-hides], input[data-button])").forEach(show);
  document.querySelectorAll("form:has([data-taken])").forEach(count);
}

document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form") ?? event.target.form;
  if (!form) return;
  show(form);
  count(form);
});
document.addEventListener("htmx:load", showAll);
showAll();
